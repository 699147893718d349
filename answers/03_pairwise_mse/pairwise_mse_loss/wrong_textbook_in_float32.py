# feedback: a difference of two huge sums of squares cancels
def pairwise_mse_loss(y_true, y_pred):
    difference = tf.cast(y_pred, tf.float32) - tf.cast(y_true, tf.float32)
    n = int(np.prod(difference.shape[1:]))
    if n < 2:
        return 0.0 * tf.reduce_sum(difference)
    axes = list(range(1, len(difference.shape)))
    squares, total = tf.reduce_sum(difference**2, axis=axes), tf.reduce_sum(difference, axis=axes)
    return tf.reduce_mean(2 * (n * squares - total**2) / (n * (n - 1)))
