# feedback: latent_range is not used
from scipy.stats import norm


def latent_grid(n, latent_range):
    z = norm.ppf(np.linspace(0.25, 0.75, n))
    return np.array([(a, b) for a in z for b in z])
