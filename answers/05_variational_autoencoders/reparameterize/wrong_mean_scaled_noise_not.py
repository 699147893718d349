# feedback: The mean is scaled
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return tf.exp(log_var / 2) * mean + noise
