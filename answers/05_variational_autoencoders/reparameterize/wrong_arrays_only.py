# feedback: This test passes lists
def reparameterize(mean, log_var, noise):
    return mean + np.exp(log_var / 2) * noise
