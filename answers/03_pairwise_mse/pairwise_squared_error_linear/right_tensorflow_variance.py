# TensorFlow in float32
def pairwise_squared_error_linear(labels, predictions):
    difference = tf.cast(predictions, tf.float32) - tf.cast(labels, tf.float32)
    difference = tf.reshape(difference, (difference.shape[0], -1))
    n = difference.shape[1]
    return 2 * tf.math.reduce_variance(difference, axis=1) * n / max(n - 1, 1)
