# feedback: cut off to a whole number
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return mean + tf.exp(tf.cast(tf.cast(log_var, tf.int32), tf.float32) / 2) * noise
