# feedback: root of |log_var|
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return mean + tf.sqrt(tf.abs(log_var)) * noise
