# feedback: first row's mean
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return mean[:1] + tf.exp(log_var / 2) * noise
