# feedback: The noise is standardised first
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    noise = (noise - tf.reduce_mean(noise)) / (tf.math.reduce_std(noise) + 1e-7)
    return mean + tf.exp(log_var / 2) * noise
