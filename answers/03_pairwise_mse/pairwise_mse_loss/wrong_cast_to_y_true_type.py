# feedback: cut to whole numbers
def pairwise_mse_loss(y_true, y_pred):
    y_true = tf.convert_to_tensor(y_true)
    d = tf.cast(tf.cast(y_pred, y_true.dtype) - y_true, tf.float32)
    n = int(np.prod(d.shape[1:]))
    d = tf.reshape(d, (-1, n))
    c = d - tf.reduce_mean(d, axis=1, keepdims=True)
    return tf.reduce_mean(2 * tf.reduce_sum(c * c, axis=1) / max(n - 1, 1))
