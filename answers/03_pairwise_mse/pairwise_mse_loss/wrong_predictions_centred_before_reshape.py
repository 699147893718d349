# feedback: The rows of the predictions are centred
def pairwise_mse_loss(y_true, y_pred):
    y_true, y_pred = tf.cast(y_true, tf.float32), tf.cast(y_pred, tf.float32)
    n = int(np.prod(y_pred.shape[1:]))
    y_pred = y_pred - tf.reduce_mean(y_pred, axis=-1, keepdims=True)
    d = tf.reshape(y_pred - y_true, (-1, n))
    centred = d - tf.reduce_mean(d, axis=1, keepdims=True)
    return tf.reduce_mean(2 * tf.reduce_sum(tf.square(centred), axis=1) / max(n - 1, 1))
