# feedback: the loss is a constant: its gradient is None
def pairwise_mse_loss(y_true, y_pred):
    difference = tf.cast(y_pred, tf.float64) - tf.cast(y_true, tf.float64)
    n = int(np.prod(difference.shape[1:]))
    if n < 2:
        return tf.constant(0.0)
    axes = list(range(1, len(difference.shape)))
    squares, total = tf.reduce_sum(difference**2, axis=axes), tf.reduce_sum(difference, axis=axes)
    return tf.cast(tf.reduce_mean(2 * (n * squares - total**2) / (n * (n - 1))), tf.float32)
