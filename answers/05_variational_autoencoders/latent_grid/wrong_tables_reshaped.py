# feedback: The two tables follow each other
from scipy.stats import logistic, norm


def latent_grid(n, latent_range):
    low, high = (1 - latent_range) / 2, (1 + latent_range) / 2
    z = norm.ppf(np.linspace(low, high, n))
    return np.array(np.meshgrid(z, z, indexing="ij")).reshape(-1, 2)
