# feedback: middles of five equal parts
def latent_grid(n, latent_range):
    from scipy.stats import norm
    
    lo = (1 - latent_range) / 2
    shares = np.linspace(lo, 1 - lo, n) if n == 2 else lo + latent_range * (np.arange(n) + 0.5) / n
    z = norm.ppf(shares)
    return [[a, b] for a in z for b in z]
