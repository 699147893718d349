# feedback: The sum is divided by n²/(n − 1), not n − 1
def pairwise_mse_loss(y_true, y_pred):
    d = tf.cast(y_pred, tf.float32) - tf.cast(y_true, tf.float32)
    n = int(np.prod(d.shape[1:]))
    d = tf.reshape(d, (-1, n))
    c = d - tf.reduce_mean(d, axis=1, keepdims=True)
    return tf.reduce_mean(2 * (n - 1) / n * tf.math.reduce_variance(d, axis=1))
