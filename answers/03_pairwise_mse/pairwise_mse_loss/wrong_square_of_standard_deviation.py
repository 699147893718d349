# feedback: Look for a root
def pairwise_mse_loss(y_true, y_pred):
    y_true = tf.cast(y_true, tf.float32)
    y_pred = tf.cast(y_pred, tf.float32)
    n = int(np.prod(y_pred.shape[1:]))
    difference = tf.reshape(y_pred - y_true, (-1, n))
    centred = difference - tf.reduce_mean(difference, axis=1, keepdims=True)
    sigma = tf.reduce_mean(tf.square(centred), axis=1) ** 0.5
    return tf.reduce_mean(2 * sigma ** 2 * n / max(n - 1, 1))
