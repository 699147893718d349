# feedback: Likelihoods are added
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    return tf.reduce_sum(x * tf.sigmoid(logits) + (1 - x) * (1 - tf.sigmoid(logits)), axis=1)
