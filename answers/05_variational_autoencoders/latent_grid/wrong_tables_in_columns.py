# feedback: Transpose
from scipy.stats import norm


def latent_grid(n, latent_range):
    shares = np.linspace((1 - latent_range) / 2, (1 + latent_range) / 2, n)
    z = norm.ppf(shares)
    return np.array([g.ravel() for g in np.meshgrid(z, z, indexing='ij')])
