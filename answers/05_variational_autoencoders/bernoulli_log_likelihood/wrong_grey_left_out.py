# feedback: or left out: x is used
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    bright = tf.where(x == 1, tf.math.log_sigmoid(logits), 0.0)
    dark = tf.where(x == 0, tf.math.log_sigmoid(-logits), 0.0)
    return tf.reduce_sum(bright + dark, axis=1)
