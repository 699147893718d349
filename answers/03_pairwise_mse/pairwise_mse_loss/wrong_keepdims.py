# feedback: one loss for each sample, in a column
def pairwise_mse_loss(y_true, y_pred):
    y_true, y_pred = tf.cast(y_true, tf.float32), tf.cast(y_pred, tf.float32)
    n = int(np.prod(y_pred.shape[1:]))
    d = tf.reshape(y_pred - y_true, (-1, n))
    centred = d - tf.reduce_mean(d, axis=1, keepdims=True)
    return 2 * tf.reduce_sum(centred**2, axis=1, keepdims=True) / max(n - 1, 1)
