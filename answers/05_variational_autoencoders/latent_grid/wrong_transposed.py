# feedback: Transpose: each row is one code
def latent_grid(n, latent_range):
    from scipy.stats import norm
    
    shares = np.linspace((1 - latent_range) / 2, (1 + latent_range) / 2, n)
    z = norm.ppf(shares)
    a, b = np.meshgrid(z, z, indexing='ij')
    return np.array([a.ravel(), b.ravel()])
