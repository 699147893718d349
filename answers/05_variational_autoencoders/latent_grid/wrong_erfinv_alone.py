# feedback: The factor √2 is missing
def latent_grid(n, latent_range):
    from scipy.special import erfinv

    z = erfinv(latent_range * np.linspace(-1, 1, n))
    return np.stack(np.meshgrid(z, z, indexing="ij"), axis=-1).reshape(-1, 2)
