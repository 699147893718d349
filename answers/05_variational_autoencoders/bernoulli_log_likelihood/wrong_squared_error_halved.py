# feedback: half a squared error
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    return -0.5 * tf.reduce_sum(tf.square(x - tf.sigmoid(logits)), axis=1)
