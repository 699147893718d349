# feedback: max(logit, 0) is missing
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    return tf.reduce_sum(logits * x - tf.math.log1p(tf.exp(-tf.abs(logits))), axis=1)
