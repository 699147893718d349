# feedback: 1 is subtracted from the standard deviation
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return mean + tf.math.expm1(log_var / 2) * noise
