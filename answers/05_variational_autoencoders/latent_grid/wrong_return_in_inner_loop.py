# feedback: return is inside a loop
from scipy.stats import norm


def latent_grid(n, latent_range):
    z = norm.ppf(np.linspace((1 - latent_range) / 2, (1 + latent_range) / 2, n))
    codes = []
    for a in z:
        for b in z:
            codes.append([a, b])
            return np.array(codes)
