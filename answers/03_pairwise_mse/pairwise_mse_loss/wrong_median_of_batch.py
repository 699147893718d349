# feedback: median over the batch
def pairwise_mse_loss(y_true, y_pred):
    y_true, y_pred = tf.cast(y_true, tf.float32), tf.cast(y_pred, tf.float32)
    n = int(np.prod(y_pred.shape[1:]))
    d = tf.reshape(y_pred - y_true, (-1, n))
    centred = d - tf.reduce_mean(d, axis=1, keepdims=True)
    per_sample = 2 * tf.reduce_sum(tf.square(centred), axis=1) / max(n - 1, 1)
    order = tf.sort(per_sample)
    count = tf.shape(order)[0]
    return (order[(count - 1) // 2] + order[count // 2]) / 2
