# TensorFlow operations in float32
def weighted_pairwise_squared_error(labels, predictions, sample_weight):
    weight = tf.cast(sample_weight, tf.float32)
    if tf.reduce_any(weight < 0):
        raise ValueError("negative weight")
    difference = tf.cast(predictions, tf.float32) - tf.cast(labels, tf.float32)
    difference = tf.reshape(difference, (difference.shape[0], -1))
    n = difference.shape[1]
    loss = 2 * tf.math.reduce_variance(difference, axis=1) * n / max(n - 1, 1)
    return tf.math.divide_no_nan(tf.reduce_sum(weight * loss), tf.reduce_sum(weight))
