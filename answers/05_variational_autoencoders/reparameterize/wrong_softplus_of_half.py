# feedback: softplus of log_var / 2 || softplus of log_var, or of its half || σ is a softplus
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return mean + tf.nn.softplus(log_var / 2) * noise
