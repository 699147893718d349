# feedback: The codes are evenly spaced
def latent_grid(n, latent_range):
    from scipy.stats import norm
    
    end = norm.ppf((1 + latent_range) / 2)
    z = np.linspace(-end, end, n)
    return [[a, b] for a in z for b in z]
