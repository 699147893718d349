# feedback: The mean is scaled
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (np.asarray(v, dtype=float) for v in (mean, log_var, noise))
    return np.exp(log_var / 2) * (mean + noise)
