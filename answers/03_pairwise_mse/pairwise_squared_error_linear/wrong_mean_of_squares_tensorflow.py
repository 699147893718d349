# feedback: where huge numbers cancel
def pairwise_squared_error_linear(labels, predictions):
    difference = tf.cast(predictions, tf.float32) - tf.cast(labels, tf.float32)
    difference = tf.reshape(difference, (difference.shape[0], -1))
    n = difference.shape[1]
    variance = tf.reduce_mean(difference**2, axis=1) - tf.reduce_mean(difference, axis=1) ** 2
    return 2 * variance * n / max(n - 1, 1)
