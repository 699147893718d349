# feedback: No root of log_var
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (np.asarray(v, dtype=float) for v in (mean, log_var, noise))
    return mean + np.sqrt(log_var) * noise
