# itertools and the standard library's NormalDist
def latent_grid(n, latent_range):
    import itertools
    from statistics import NormalDist
    
    z = [NormalDist().inv_cdf((1 - latent_range) / 2 + latent_range * i / (n - 1)) for i in range(n)]
    return np.array(list(itertools.product(z, repeat=2)))
