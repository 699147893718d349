# feedback: the type of the predictions: cast both to float32
def pairwise_mse_loss(y_true, y_pred):
    y_pred = tf.convert_to_tensor(y_pred)
    d = tf.cast(y_pred, tf.float32) - tf.cast(tf.cast(y_true, y_pred.dtype), tf.float32)
    d = tf.reshape(d, [tf.shape(d)[0], -1])
    n = tf.cast(tf.shape(d)[1], tf.float32)
    centred = d - tf.reduce_mean(d, axis=1, keepdims=True)
    return tf.reduce_mean(2 * tf.reduce_sum(centred**2, axis=1) / tf.maximum(n - 1, 1))
