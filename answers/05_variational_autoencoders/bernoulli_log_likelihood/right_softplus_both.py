# two softplus terms
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    return -tf.reduce_sum(x * tf.nn.softplus(-logits) + (1 - x) * tf.nn.softplus(logits), axis=-1)
