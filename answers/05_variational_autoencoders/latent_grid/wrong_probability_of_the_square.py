# feedback: The square holds latent_range
from scipy.stats import norm


def latent_grid(n, latent_range):
    share = np.sqrt(latent_range)  # the two axes are independent
    z = norm.ppf(np.linspace((1 - share) / 2, (1 + share) / 2, n))
    return np.stack(np.meshgrid(z, z, indexing="ij"), axis=-1).reshape(n * n, 2)
