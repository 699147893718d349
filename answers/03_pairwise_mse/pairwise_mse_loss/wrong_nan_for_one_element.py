# feedback: divide by max(n − 1, 1) || The answer holds nan
def pairwise_mse_loss(y_true, y_pred):
    difference = tf.cast(y_pred, tf.float32) - tf.cast(y_true, tf.float32)
    difference = tf.reshape(difference, (tf.shape(difference)[0], -1))
    n = tf.cast(tf.shape(difference)[1], tf.float32)
    return tf.reduce_mean(2 * tf.math.reduce_variance(difference, axis=1) * n / (n - 1)) if True else 0.0
