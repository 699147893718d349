# feedback: max(logit, 0) and exp(−|logit|) for them, too
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    term = tf.math.log1p(tf.exp(-tf.abs(logits)))
    return -tf.reduce_sum(tf.abs(logits) - logits * x + term, axis=1)
