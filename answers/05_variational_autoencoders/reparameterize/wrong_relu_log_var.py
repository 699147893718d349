# feedback: A negative log_var counts as 0
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return mean + tf.exp(tf.nn.relu(log_var) / 2) * noise
