# TensorFlow Probability's diagonal multivariate normal
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    tfd = tfp.distributions
    q = tfd.MultivariateNormalDiag(mean, tf.exp(0.5 * log_var))
    p = tfd.MultivariateNormalDiag(tf.zeros_like(mean), tf.ones_like(mean))
    return q.kl_divergence(p)
