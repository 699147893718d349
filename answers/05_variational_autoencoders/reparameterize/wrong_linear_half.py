# feedback: 1 + log_var / 2
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return mean + (1 + log_var / 2) * noise
