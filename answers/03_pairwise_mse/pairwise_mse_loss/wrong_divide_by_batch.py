# feedback: divided by the batch size
def pairwise_mse_loss(y_true, y_pred):
    y_true, y_pred = tf.cast(y_true, tf.float32), tf.cast(y_pred, tf.float32)
    n = int(np.prod(y_pred.shape[1:]))
    d = tf.reshape(y_pred - y_true, (-1, n))
    centred = d - tf.reduce_mean(d, axis=1, keepdims=True)
    return tf.reduce_mean(2 * tf.reduce_sum(centred**2, axis=1) / tf.cast(tf.shape(d)[0], tf.float32))
