# feedback: scaled to length 1
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return mean + tf.exp(log_var / 2) * noise / (tf.norm(noise) + 1e-12)
