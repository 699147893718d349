# TensorFlow operations in float32, a tensor is returned
def pairwise_squared_error(labels, predictions):
    difference = tf.cast(predictions, tf.float32) - tf.cast(labels, tf.float32)
    difference = tf.reshape(difference, (tf.shape(difference)[0], -1))
    n = tf.cast(tf.shape(difference)[1], tf.float32)
    squares = (difference[:, :, None] - difference[:, None, :]) ** 2
    return tf.math.divide_no_nan(tf.reduce_sum(squares, axis=[1, 2]), n * (n - 1))
