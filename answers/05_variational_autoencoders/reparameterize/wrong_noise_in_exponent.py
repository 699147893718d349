# feedback: The noise stands in the exponent
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return mean + tf.exp(log_var / 2 * noise)
