# feedback: the batch size may be None
def pairwise_mse_loss(y_true, y_pred):
    y_true, y_pred = tf.cast(y_true, tf.float32), tf.cast(y_pred, tf.float32)
    batch, n = y_pred.shape[0], int(np.prod(y_pred.shape[1:]))
    d = tf.reshape(y_pred - y_true, (batch, n))
    centred = d - tf.reduce_mean(d, axis=1, keepdims=True)
    return 2 * tf.reduce_sum(tf.square(centred)) / (max(n - 1, 1) * batch)
