# TensorFlow Probability for both terms
def elbo(x, logits, mean, log_var):
    x, logits, mean, log_var = (tf.cast(value, tf.float32) for value in (x, logits, mean, log_var))
    tfd = tfp.distributions
    pixels = tfd.Independent(tfd.Bernoulli(logits=logits), 1)
    q = tfd.MultivariateNormalDiag(mean, tf.exp(log_var / 2))
    p = tfd.MultivariateNormalDiag(tf.zeros_like(mean))
    return pixels.log_prob(x) - q.kl_divergence(p)
