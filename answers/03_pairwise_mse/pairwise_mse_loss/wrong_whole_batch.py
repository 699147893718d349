# feedback: Pairs across the samples
def pairwise_mse_loss(y_true, y_pred):
    difference = tf.cast(y_pred, tf.float32) - tf.cast(y_true, tf.float32)
    n = tf.cast(tf.size(difference), tf.float32)
    return 2 * tf.math.reduce_variance(difference) * n / tf.maximum(n - 1, 1)
