# feedback: quantiles of (1 ± latent_range) / 2
from scipy.stats import logistic, norm


def latent_grid(n, latent_range):
    low, high = (1 - latent_range) / 2, (1 + latent_range) / 2
    z = norm.ppf(np.linspace(1 - latent_range, latent_range, n))
    return np.stack(np.meshgrid(z, z, indexing="ij"), axis=-1).reshape(-1, 2)
