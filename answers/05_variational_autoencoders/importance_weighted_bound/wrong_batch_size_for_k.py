# feedback: divided by the number of pictures
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (tf.cast(value, tf.float32) for value in (log_joint, log_q))
    w = log_joint - log_q
    return tf.reduce_logsumexp(w, axis=0) - tf.math.log(tf.cast(tf.shape(w)[1], tf.float32))
