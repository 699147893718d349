# feedback: subtracted at the end
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (tf.cast(value, tf.float32) for value in (log_joint, log_q))
    w = log_joint - log_q
    m = tf.reduce_max(w, axis=0)
    return tf.math.log(tf.reduce_mean(tf.exp(w - m), axis=0)) - m
