# feedback: The lower end is missing
from scipy.stats import logistic, norm


def latent_grid(n, latent_range):
    low, high = (1 - latent_range) / 2, (1 + latent_range) / 2
    z = norm.ppf(np.linspace(0.5, high, n))
    return np.stack(np.meshgrid(z, z, indexing="ij"), axis=-1).reshape(-1, 2)
