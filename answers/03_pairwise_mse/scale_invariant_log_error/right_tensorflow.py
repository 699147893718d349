# TensorFlow operations in float32
def scale_invariant_log_error(depth_true, depth_pred):
    difference = tf.math.log(tf.cast(depth_pred, tf.float32)) - tf.math.log(tf.cast(depth_true, tf.float32))
    difference = tf.reshape(difference, (difference.shape[0], -1))
    n = difference.shape[1]
    return 2 * tf.math.reduce_variance(difference, axis=1) * n / max(n - 1, 1)
