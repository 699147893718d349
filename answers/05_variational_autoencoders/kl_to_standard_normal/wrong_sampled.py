# feedback: draw no samples
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (np.asarray(v, dtype=float) for v in (mean, log_var))
    z = mean + np.exp(log_var / 2) * np.random.default_rng(0).normal(size=mean.shape)
    return np.sum(0.5 * z**2 - 0.5 * (z - mean) ** 2 / np.exp(log_var) - 0.5 * log_var, axis=1)
