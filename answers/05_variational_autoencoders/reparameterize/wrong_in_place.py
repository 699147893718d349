# feedback: changes its input
def reparameterize(mean, log_var, noise):
    mean += np.exp(log_var / 2) * noise
    return mean
