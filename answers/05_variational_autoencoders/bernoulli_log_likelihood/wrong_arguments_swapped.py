# feedback: x and the logits are swapped
def bernoulli_log_likelihood(x, logits):
    x, logits = tf.cast(x, tf.float32), tf.cast(logits, tf.float32)
    return -tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=logits, logits=x), axis=1)
