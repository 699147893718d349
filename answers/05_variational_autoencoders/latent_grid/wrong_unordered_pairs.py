# feedback: Besides (a, b) give (b, a)
def latent_grid(n, latent_range):
    shares = np.linspace((1 - latent_range) / 2, (1 + latent_range) / 2, n)
    z = tfp.distributions.Normal(np.float64(0), np.float64(1)).quantile(shares).numpy()
    import itertools
    return np.array(list(itertools.combinations_with_replacement(z, 2)))
