# feedback: draw numbers that its arguments do not fix
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    q = tfp.distributions.Normal(mean, tf.exp(log_var / 2))
    z = q.sample(200)
    return tf.reduce_sum(tf.reduce_mean(q.log_prob(z) - tfp.distributions.Normal(0.0, 1.0).log_prob(z), axis=0), axis=1)
