# feedback: One standard deviation is used for all coordinates
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return mean + tf.reduce_mean(tf.exp(log_var / 2), axis=-1, keepdims=True) * noise
