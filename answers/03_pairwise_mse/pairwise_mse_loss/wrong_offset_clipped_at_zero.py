# feedback: a difference of two huge sums of squares cancels
def pairwise_mse_loss(y_true, y_pred):
    difference = tf.cast(y_pred, tf.float32) - tf.cast(y_true, tf.float32)
    n = int(np.prod(difference.shape[1:]))
    difference = tf.reshape(difference, (-1, n))
    spread = n * tf.reduce_sum(difference**2, axis=1) - tf.reduce_sum(difference, axis=1) ** 2
    return tf.reduce_mean(2 * tf.maximum(spread, 0.0) / max(n * (n - 1), 1))
