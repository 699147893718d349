# feedback: clip nothing
def reparameterize(mean, log_var, noise):
    log_var = np.clip(log_var, -2, 2)
    return np.asarray(mean) + np.exp(log_var / 2) * np.asarray(noise)
