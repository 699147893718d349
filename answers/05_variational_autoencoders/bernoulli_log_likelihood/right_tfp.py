# TensorFlow Probability's Bernoulli
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    pixels = tfp.distributions.Bernoulli(logits=logits)
    return tfp.distributions.Independent(pixels, 1).log_prob(x)
