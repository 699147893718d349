# feedback: a normal density
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    return tf.reduce_sum(tfp.distributions.Normal(tf.sigmoid(logits), 1.0).log_prob(x), axis=1)
