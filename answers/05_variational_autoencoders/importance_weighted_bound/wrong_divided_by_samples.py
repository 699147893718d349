# feedback: The logarithm of the sum is divided by K
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (tf.cast(value, tf.float32) for value in (log_joint, log_q))
    log_w = log_joint - log_q
    samples = log_w.shape[0]
    return tf.reduce_logsumexp(log_w, axis=0) / samples
