# feedback: Halve the log-variance before the exponential
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (np.asarray(v, dtype=float) for v in (mean, log_var, noise))
    return mean + 0.5 * np.exp(log_var) * noise
