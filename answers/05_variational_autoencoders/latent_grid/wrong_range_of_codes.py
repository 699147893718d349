# feedback: taken for the largest code
def latent_grid(n, latent_range):
    z = np.linspace(-latent_range, latent_range, n)
    return [[a, b] for a in z for b in z]
