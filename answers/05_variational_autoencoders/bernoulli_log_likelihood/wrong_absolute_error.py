# feedback: an absolute error
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    return -tf.reduce_sum(tf.abs(x - tf.sigmoid(logits)), axis=1)
