# feedback: tf.where hides neither
def pairwise_mse_loss(y_true, y_pred):
    difference = tf.cast(y_pred, tf.float32) - tf.cast(y_true, tf.float32)
    difference = tf.reshape(difference, (tf.shape(difference)[0], -1))
    n = tf.cast(tf.shape(difference)[1], tf.float32)
    squares = tf.reduce_sum((difference - tf.reduce_mean(difference, axis=1, keepdims=True)) ** 2, axis=1)
    return tf.reduce_mean(tf.where(n > 1, 2 * squares / (n - 1), 0.0))
