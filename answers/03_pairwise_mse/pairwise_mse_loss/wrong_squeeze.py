# feedback: A batch of one comes to nothing || All cancels
def pairwise_mse_loss(y_true, y_pred):
    y_true = tf.squeeze(tf.cast(y_true, tf.float32))
    y_pred = tf.squeeze(tf.cast(y_pred, tf.float32))
    n = int(np.prod(y_pred.shape[1:]))
    difference = tf.reshape(y_pred - y_true, (-1, n))
    centred = difference - tf.reduce_mean(difference, axis=1, keepdims=True)
    return tf.reduce_mean(2 * tf.reduce_sum(tf.square(centred), axis=1) / max(n - 1, 1))
