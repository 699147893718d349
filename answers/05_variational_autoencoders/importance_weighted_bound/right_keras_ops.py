# keras.ops, number of samples from the shape
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (tf.cast(value, tf.float32) for value in (log_joint, log_q))
    log_w = log_joint - log_q
    return keras.ops.logsumexp(log_w, axis=0) - keras.ops.log(keras.ops.cast(keras.ops.shape(log_w)[0], 'float32'))
