# feedback: The work grows like n²
@tf.function
def _loss(difference):
    n = difference.shape[1]
    squares = tf.square(tf.expand_dims(difference, 2) - tf.expand_dims(difference, 1))
    return tf.reduce_sum(squares, axis=[1, 2]) / max(n * (n - 1), 1)


def pairwise_squared_error_linear(labels, predictions):
    difference = tf.cast(predictions, tf.float32) - tf.cast(labels, tf.float32)
    return _loss(tf.reshape(difference, (difference.shape[0], -1)))
