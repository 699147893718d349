# row and column numbers by divmod
def latent_grid(n, latent_range):
    from scipy.stats import norm
    
    grid = np.zeros((n * n, 2))
    for k in range(n * n):
        for axis, i in enumerate(divmod(k, n)):
            grid[k, axis] = norm.ppf(0.5 - latent_range / 2 + i * latent_range / (n - 1))
    return grid
