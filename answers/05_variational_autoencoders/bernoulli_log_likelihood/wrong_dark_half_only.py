# feedback: half of the bright pixels is missing
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    return -tf.reduce_sum((1 - x) * tf.nn.softplus(logits), axis=1)
