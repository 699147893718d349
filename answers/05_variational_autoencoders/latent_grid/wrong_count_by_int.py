# feedback: One code too few along each axis
from scipy.stats import norm
def latent_grid(n, latent_range):
    low, high = (1 - latent_range) / 2, (1 + latent_range) / 2
    step = (high - low) / (n - 1)
    p = [low + i * step for i in range(int(latent_range / step) + 1)]
    z = norm.ppf(p)
    return np.array([[a, b] for a in z for b in z])
