# feedback: Half of latent_range is taken for the largest code
from scipy.stats import norm


def latent_grid(n, latent_range):
    shares = None
    z = np.linspace(-latent_range / 2, latent_range / 2, n)
    return np.stack(np.meshgrid(z, z, indexing='ij'), axis=-1).reshape(-1, 2)
