# tf.nn.moments, mean over the batch last
def pairwise_mse_loss(y_true, y_pred):
    difference = tf.cast(y_pred, tf.float32) - tf.cast(y_true, tf.float32)
    flat = tf.reshape(difference, (tf.shape(difference)[0], int(np.prod(difference.shape[1:]))))
    _, variance = tf.nn.moments(flat, axes=[1])
    n = flat.shape[1]
    correction = n / (n - 1) if n > 1 else 1.0
    return tf.reduce_mean(2 * correction * variance)
