# feedback: instead of doubling it
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (np.asarray(v, dtype=float) for v in (mean, log_var, noise))
    return mean + np.exp(2 * log_var) * noise
