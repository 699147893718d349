# feedback: gives another result the second time
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (np.asarray(v, dtype=float) for v in (mean, log_var, noise))
    return mean + np.exp(log_var / 2) * np.random.normal(size=mean.shape)
