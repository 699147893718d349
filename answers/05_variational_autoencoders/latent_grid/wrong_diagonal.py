# feedback: Only pairs (a, a) are there
def latent_grid(n, latent_range):
    from scipy.stats import norm
    
    shares = np.linspace((1 - latent_range) / 2, (1 + latent_range) / 2, n)
    z = norm.ppf(shares)
    return np.stack([z, z], axis=1)
