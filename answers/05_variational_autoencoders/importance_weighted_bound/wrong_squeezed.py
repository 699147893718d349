# feedback: its axis is lost
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (tf.cast(value, tf.float32) for value in (log_joint, log_q))
    w = log_joint - log_q
    k = float(w.shape[0])
    return tf.squeeze(tf.reduce_logsumexp(w, axis=0, keepdims=True) - np.log(k))
