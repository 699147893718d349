# feedback: distribution function
def latent_grid(n, latent_range):
    from scipy.stats import norm
    
    z = norm.cdf(np.linspace((1 - latent_range) / 2, (1 + latent_range) / 2, n))
    return [[a, b] for a in z for b in z]
