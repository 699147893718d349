# default meshgrid, columns swapped
def latent_grid(n, latent_range):
    from scipy.special import ndtri
    
    shares = np.linspace((1 - latent_range) / 2, (1 + latent_range) / 2, n)
    x, y = np.meshgrid(ndtri(shares), ndtri(shares))
    return np.column_stack([y.flatten(), x.flatten()])
