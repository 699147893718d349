# feedback: log_var taken for log σ
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    tfd = tfp.distributions
    q = tfd.Normal(mean, tf.exp(log_var))
    return tf.reduce_sum(tfd.kl_divergence(q, tfd.Normal(0.0, 1.0)), axis=1)
