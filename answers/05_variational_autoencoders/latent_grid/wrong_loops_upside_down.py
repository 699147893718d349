# feedback: The first axis is upside down
from scipy.stats import norm


def latent_grid(n, latent_range):
    shares = np.linspace((1 - latent_range) / 2, (1 + latent_range) / 2, n)
    z = norm.ppf(shares)
    return np.array([[a, b] for a in z[::-1] for b in z])
