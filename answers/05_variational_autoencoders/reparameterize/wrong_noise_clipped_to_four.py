# feedback: The noise is clipped
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return mean + tf.exp(log_var / 2) * tf.clip_by_value(noise, -4.0, 4.0)
