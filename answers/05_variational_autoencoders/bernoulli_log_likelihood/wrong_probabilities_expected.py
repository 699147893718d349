# feedback: Logits are no probabilities
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    p = tf.clip_by_value(logits, 1e-7, 1 - 1e-7)
    return tf.reduce_sum(x * tf.math.log(p) + (1 - x) * tf.math.log(1 - p), axis=1)
