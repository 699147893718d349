# feedback: With one sample this is half of it
def pairwise_mse_loss(y_true, y_pred):
    y_true, y_pred = tf.cast(y_true, tf.float32), tf.cast(y_pred, tf.float32)
    n = int(np.prod(y_pred.shape[1:]))
    d = tf.reshape(y_pred - y_true, (-1, n))
    c = d - tf.reduce_mean(d, axis=1, keepdims=True)
    b = 2
    return tf.reduce_sum(2 * tf.reduce_sum(c**2, axis=1) / max(n - 1, 1)) / b
