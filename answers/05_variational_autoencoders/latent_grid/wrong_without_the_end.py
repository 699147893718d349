# feedback: The upper end is missing
def latent_grid(n, latent_range):
    from scipy.stats import norm
    
    lo = (1 - latent_range) / 2
    z = norm.ppf(np.arange(lo, 1 - lo - 1e-9, latent_range / n))
    return [[a, b] for a in z for b in z]
