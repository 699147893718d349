# feedback: latent_range is not used
def latent_grid(n, latent_range):
    shares = np.linspace(0.01, 0.99, n)
    z = tfp.distributions.Normal(np.float64(0), np.float64(1)).quantile(shares).numpy()
    return np.stack(np.meshgrid(z, z, indexing='ij'), axis=-1).reshape(-1, 2)
