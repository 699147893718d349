# feedback: One row of noise is used for all
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (np.asarray(value, float) for value in (mean, log_var, noise))
    return mean + np.exp(log_var / 2) * noise[:1]
