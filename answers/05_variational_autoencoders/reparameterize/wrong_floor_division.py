# feedback: rounded down (//)
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    std = tf.exp(log_var // 2)
    return mean + std * noise
