# feedback: (a softmax)
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (tf.cast(value, tf.float32) for value in (log_joint, log_q))
    w = tf.nn.log_softmax(log_joint - log_q, axis=0)
    return tf.reduce_logsumexp(w, axis=0) - np.log(w.shape[0])
