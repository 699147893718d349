# feedback: kept from 0
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return mean + tf.sqrt(tf.maximum(tf.exp(log_var), 1e-4)) * noise
