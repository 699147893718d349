# feedback: returned nothing
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (np.asarray(v, dtype=float) for v in (mean, log_var, noise))
    z = mean + np.exp(log_var / 2) * noise
