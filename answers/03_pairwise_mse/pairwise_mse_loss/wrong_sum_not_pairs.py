# feedback: not divided by n − 1 || divided by the batch size (or not at all)
def pairwise_mse_loss(y_true, y_pred):
    d = tf.cast(y_pred, tf.float32) - tf.cast(y_true, tf.float32)
    n = int(np.prod(d.shape[1:]))
    d = tf.reshape(d, (-1, n))
    c = d - tf.reduce_mean(d, axis=1, keepdims=True)
    return tf.reduce_mean(2 * tf.reduce_sum(c * c, axis=1))
