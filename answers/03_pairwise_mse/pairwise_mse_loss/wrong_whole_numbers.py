# feedback: The decimals are cut off || NumPy cuts the gradient
def pairwise_mse_loss(y_true, y_pred):
    y_true, y_pred = tf.cast(y_true, tf.int32), tf.cast(y_pred, tf.int32)
    n = int(np.prod(y_pred.shape[1:]))
    d = tf.cast(tf.reshape(y_pred - y_true, (-1, n)), tf.float32)
    c = d - tf.reduce_mean(d, axis=1, keepdims=True)
    return tf.reduce_mean(2 * tf.reduce_sum(tf.square(c), axis=1) / max(n - 1, 1))
