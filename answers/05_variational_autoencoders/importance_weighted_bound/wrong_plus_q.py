# feedback: A quotient of densities is a difference
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (tf.cast(value, tf.float32) for value in (log_joint, log_q))
    s = log_joint + log_q
    return tf.reduce_logsumexp(s, axis=0) - np.log(s.shape[0])
