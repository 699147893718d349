# meshgrid with indexing ij, TensorFlow Probability
def latent_grid(n, latent_range):
    shares = np.linspace((1 - latent_range) / 2, (1 + latent_range) / 2, n)
    z = tfp.distributions.Normal(0.0, 1.0).quantile(shares.astype(np.float32)).numpy()
    first, second = np.meshgrid(z, z, indexing='ij')
    return np.stack([first.ravel(), second.ravel()], axis=1)
