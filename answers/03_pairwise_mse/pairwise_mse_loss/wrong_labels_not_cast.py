# feedback: The mean of whole numbers || TensorFlow does not mix types
def pairwise_mse_loss(y_true, y_pred):
    y_true, y_pred = tf.convert_to_tensor(y_true), tf.convert_to_tensor(y_pred)
    n = int(np.prod(y_pred.shape[1:]))
    difference = tf.reshape(y_pred - y_true, (-1, n))
    centred = difference - tf.reduce_mean(difference, axis=1, keepdims=True)
    return tf.reduce_mean(2 * tf.reduce_sum(tf.square(centred), axis=1) / max(n - 1, 1))
