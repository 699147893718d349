# feedback: too large for a 32-bit whole number
def pairwise_squared_error_linear(labels, predictions):
    d = tf.cast(predictions, tf.float64) - tf.cast(labels, tf.float64)
    d = tf.reshape(d, (tf.shape(d)[0], -1))
    n = tf.shape(d)[1]
    centred = d - tf.reduce_mean(d, axis=1, keepdims=True)
    pairs = tf.maximum(n * (n - 1), 1)
    return 2 * tf.cast(n, tf.float64) * tf.reduce_sum(centred**2, axis=1) / tf.cast(pairs, tf.float64)
