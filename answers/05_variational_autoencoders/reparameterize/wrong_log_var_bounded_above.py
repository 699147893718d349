# feedback: Right for moderate log-variances only
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return mean + tf.exp(tf.minimum(log_var, 10.0) / 2) * noise
