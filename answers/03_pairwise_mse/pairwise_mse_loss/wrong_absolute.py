# feedback: absolute differences
def pairwise_mse_loss(y_true, y_pred):
    d = tf.cast(y_pred, tf.float32) - tf.cast(y_true, tf.float32)
    n = int(np.prod(d.shape[1:]))
    d = tf.reshape(d, (-1, n))
    return tf.reduce_mean(tf.reduce_sum(tf.abs(d[:, :, None] - d[:, None, :]), [1, 2]) / max(n * (n - 1), 1))
