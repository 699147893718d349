# feedback: The codes are clipped
def latent_grid(n, latent_range):
    from scipy.stats import norm

    p = 0.5 + latent_range * np.linspace(-0.5, 0.5, n)
    z = np.clip(norm.ppf(p), -3.0, 3.0)
    first, second = np.meshgrid(z, z, indexing="ij")
    return np.column_stack([first.ravel(), second.ravel()])
