# feedback: erfinv takes 2p − 1, not p
from scipy.special import erfinv


def latent_grid(n, latent_range):
    low, high = (1 - latent_range) / 2, (1 + latent_range) / 2
    z = np.sqrt(2) * erfinv(np.linspace(low, high, n))
    return np.stack(np.meshgrid(z, z, indexing="ij"), axis=-1).reshape(-1, 2)
