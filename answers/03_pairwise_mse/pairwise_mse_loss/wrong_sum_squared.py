# feedback: All cancels (sum squared? axis=0?)
def pairwise_mse_loss(y_true, y_pred):
    d = tf.cast(y_pred, tf.float32) - tf.cast(y_true, tf.float32)
    n = int(np.prod(d.shape[1:]))
    d = tf.reshape(d, (-1, n))
    c = d - tf.reduce_mean(d, axis=1, keepdims=True)
    return tf.reduce_mean(2 * tf.square(tf.reduce_sum(c, axis=1)) / max(n - 1, 1))
