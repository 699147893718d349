# feedback: np.arange stops before the end
from scipy.stats import norm


def latent_grid(n, latent_range):
    shares = np.arange((1 - latent_range) / 2, (1 + latent_range) / 2, latent_range / (n - 1))
    z = norm.ppf(shares)
    return np.stack(np.meshgrid(z, z, indexing='ij'), axis=-1).reshape(-1, 2)
