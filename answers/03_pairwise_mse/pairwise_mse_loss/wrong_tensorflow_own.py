# feedback: as TensorFlow
def pairwise_mse_loss(y_true, y_pred):
    return tf.compat.v1.losses.mean_pairwise_squared_error(tf.cast(y_true, tf.float32), tf.cast(y_pred, tf.float32))
