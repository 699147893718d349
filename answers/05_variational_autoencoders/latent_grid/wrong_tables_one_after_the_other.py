# feedback: The two tables follow each other
from scipy.stats import norm


def latent_grid(n, latent_range):
    z = norm.ppf(np.linspace((1 - latent_range) / 2, (1 + latent_range) / 2, n))
    return np.stack(np.meshgrid(z, z, indexing="ij")).reshape(n * n, 2)
