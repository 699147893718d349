# feedback: gives another result the second time
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return tfp.distributions.Normal(mean, tf.exp(log_var / 2)).sample()
