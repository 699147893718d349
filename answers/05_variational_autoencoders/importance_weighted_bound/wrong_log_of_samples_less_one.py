# feedback: K − 1
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (tf.cast(value, tf.float32) for value in (log_joint, log_q))
    w = log_joint - log_q
    return tf.reduce_logsumexp(w, axis=0) - np.log(max(w.shape[0] - 1, 1))
