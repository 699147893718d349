# feedback: log_var loses its sign
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return mean + tf.exp(tf.abs(log_var) / 2) * noise
