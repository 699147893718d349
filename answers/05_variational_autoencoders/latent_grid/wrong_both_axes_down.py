# feedback: The axes are upside down
from scipy.stats import norm


def latent_grid(n, latent_range):
    z = norm.ppf(np.linspace((1 + latent_range) / 2, (1 - latent_range) / 2, n))
    return np.array([(a, b) for a in z for b in z])
