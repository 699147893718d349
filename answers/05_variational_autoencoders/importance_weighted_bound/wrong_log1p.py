# feedback: log1p adds 1
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (tf.cast(value, tf.float32) for value in (log_joint, log_q))
    log_w = log_joint - log_q
    samples = log_w.shape[0]
    return tf.math.log1p(tf.reduce_mean(tf.exp(log_w), axis=0))
