# feedback: max(logit, 0) and exp(−|logit|) for them, too
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    return -tf.reduce_sum(tf.maximum(logits, 0) - logits * x + tf.math.log1p(tf.exp(-logits)), axis=1)
