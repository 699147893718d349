# feedback: infinite || latent_range is not used
def latent_grid(n, latent_range):
    from scipy.stats import norm
    
    z = norm.ppf(np.linspace(0, 1, n))
    return [[a, b] for a in z for b in z]
