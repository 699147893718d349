# centred first, n known when traced
def pairwise_mse_loss(y_true, y_pred):
    difference = tf.cast(y_pred, tf.float32) - tf.cast(y_true, tf.float32)
    n = 1
    for size in difference.shape[1:]:
        n *= size
    difference = tf.reshape(difference, [-1, n])
    difference -= tf.reduce_mean(difference, axis=1, keepdims=True)
    return 2.0 * tf.reduce_mean(tf.reduce_sum(difference**2, axis=1)) / max(n - 1, 1)
