# feedback: continuous Bernoulli
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    pixels = tfp.distributions.ContinuousBernoulli(logits=logits)
    return tf.reduce_sum(pixels.log_prob(x), axis=1)
