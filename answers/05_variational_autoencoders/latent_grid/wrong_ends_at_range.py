# feedback: quantiles of (1 ± latent_range) / 2
def latent_grid(n, latent_range):
    from scipy.stats import norm
    
    z = norm.ppf(np.linspace(1 - latent_range, latent_range, n))
    return [[a, b] for a in z for b in z]
