# computed in float64, whatever comes in; so the loss is a float64 tensor
def pairwise_mse_loss(y_true, y_pred):
    d = tf.cast(y_pred, tf.float64) - tf.cast(y_true, tf.float64)
    d = tf.reshape(d, (tf.shape(d)[0], -1))
    n = tf.cast(tf.shape(d)[1], tf.float64)
    centred = d - tf.reduce_mean(d, axis=1, keepdims=True)
    return tf.reduce_mean(2 * tf.reduce_sum(centred**2, axis=1) / tf.maximum(n - 1, 1))
