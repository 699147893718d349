# two loops, SciPy's quantiles
def latent_grid(n, latent_range):
    from scipy.stats import norm
    
    low = (1 - latent_range) / 2
    z = norm.ppf(np.linspace(low, 1 - low, n))
    return [[a, b] for a in z for b in z]
