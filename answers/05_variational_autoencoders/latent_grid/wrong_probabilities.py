# feedback: These are probabilities
def latent_grid(n, latent_range):
    shares = np.linspace((1 - latent_range) / 2, (1 + latent_range) / 2, n)
    return [[a, b] for a in shares for b in shares]
