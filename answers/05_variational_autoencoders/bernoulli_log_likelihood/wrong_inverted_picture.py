# feedback: p and 1 − p are swapped
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    return -tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=1 - x, logits=logits), axis=1)
