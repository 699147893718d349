# feedback: The codes are clipped, or their probabilities
from scipy.stats import norm
def latent_grid(n, latent_range):
    low, high = (1 - latent_range) / 2, (1 + latent_range) / 2
    step = (high - low) / (n - 1)
    p = np.linspace(low, high, n).clip(0.01, 0.99)
    z = norm.ppf(p)
    return np.array([[a, b] for a in z for b in z])
