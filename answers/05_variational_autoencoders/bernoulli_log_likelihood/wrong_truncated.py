# feedback: x is rounded to 0 or 1
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    return -tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=tf.floor(x), logits=logits), axis=1)
