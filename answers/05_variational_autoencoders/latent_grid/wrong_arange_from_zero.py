# feedback: One code too many along each axis
from scipy.stats import norm
def latent_grid(n, latent_range):
    low, high = (1 - latent_range) / 2, (1 + latent_range) / 2
    step = (high - low) / (n - 1)
    p = low + np.arange(0, latent_range + step, step)
    z = norm.ppf(p)
    return np.array([[a, b] for a in z for b in z])
