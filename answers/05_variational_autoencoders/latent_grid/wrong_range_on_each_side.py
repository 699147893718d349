# feedback: ½ ± latent_range || quantiles of 0 and 1 are infinite
from scipy.stats import norm


def latent_grid(n, latent_range):
    shares = np.linspace(0.5 - latent_range, 0.5 + latent_range, n)
    z = norm.ppf(shares)
    return np.stack(np.meshgrid(z, z, indexing='ij'), axis=-1).reshape(-1, 2)
