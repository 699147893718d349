# feedback: The mean of each row (last axis) is taken away
def pairwise_mse_loss(y_true, y_pred):
    y_true, y_pred = tf.cast(y_true, tf.float32), tf.cast(y_pred, tf.float32)
    n = int(np.prod(y_pred.shape[1:]))
    d = y_pred - y_true
    centred = tf.reshape(d - tf.reduce_mean(d, axis=-1, keepdims=True), (-1, n))
    return tf.reduce_mean(2 * tf.reduce_sum(tf.square(centred), axis=1) / max(n - 1, 1))
