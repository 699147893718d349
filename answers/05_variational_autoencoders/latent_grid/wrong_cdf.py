# feedback: cumulative distribution function
def latent_grid(n, latent_range):
    from scipy.stats import norm
    
    z = norm.cdf(np.linspace(0.25, 0.75, n))
    return [[a, b] for a in z for b in z]
