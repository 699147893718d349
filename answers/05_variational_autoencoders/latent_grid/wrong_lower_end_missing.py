# feedback: The lower end is missing
def latent_grid(n, latent_range):
    shares = np.linspace((1 - latent_range) / 2, (1 + latent_range) / 2, n + 1)[1:]
    z = tfp.distributions.Normal(np.float64(0), np.float64(1)).quantile(shares).numpy()
    return np.stack(np.meshgrid(z, z, indexing='ij'), axis=-1).reshape(-1, 2)
