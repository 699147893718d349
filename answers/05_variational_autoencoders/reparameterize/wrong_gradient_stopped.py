# feedback: No gradient arrives at log_var
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    std = tf.stop_gradient(tf.exp(0.5 * log_var))
    return mean + std * noise
