# the table of all pairs, divided by n(n - 1)
def pairwise_mse_loss(y_true, y_pred):
    difference = tf.cast(y_pred, tf.float32) - tf.cast(y_true, tf.float32)
    difference = tf.reshape(difference, (tf.shape(difference)[0], -1))
    table = tf.square(difference[:, :, None] - difference[:, None, :])
    n = tf.cast(tf.shape(difference)[1], tf.float32)
    return tf.reduce_mean(tf.math.divide_no_nan(tf.reduce_sum(table, axis=(1, 2)), n * (n - 1)))
