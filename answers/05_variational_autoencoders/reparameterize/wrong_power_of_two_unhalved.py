# feedback: a power of 2, and log_var is not halved
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return mean + 2 ** log_var * noise
