# feedback: The standard deviation is halved
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return mean + tf.exp(log_var / 2) / 2 * noise
