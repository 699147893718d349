# feedback: One code too many along each axis
def latent_grid(n, latent_range):
    low = (1 - latent_range) / 2
    high = (1 + latent_range) / 2
    step = (high - low) / (n - 1)
    probabilities = np.arange(low, high + step, step)
    z = tfp.distributions.Normal(0.0, 1.0).quantile(probabilities.astype("float32")).numpy()
    return np.array([[a, b] for a in z for b in z])
