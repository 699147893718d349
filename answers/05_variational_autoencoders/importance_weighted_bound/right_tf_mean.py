# centred by the mean of the logarithms' maximum, TensorFlow
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (tf.cast(value, tf.float32) for value in (log_joint, log_q))
    log_w = tf.transpose(log_joint - log_q)
    top = tf.reduce_max(log_w, axis=1, keepdims=True)
    return tf.squeeze(top, 1) + tf.math.log(tf.reduce_mean(tf.exp(log_w - top), axis=1))
