# feedback: Both ends are missing
from scipy.stats import logistic, norm


def latent_grid(n, latent_range):
    low, high = (1 - latent_range) / 2, (1 + latent_range) / 2
    z = norm.ppf(np.linspace(low, high, n + 2)[1:-1])
    return np.stack(np.meshgrid(z, z, indexing="ij"), axis=-1).reshape(-1, 2)
