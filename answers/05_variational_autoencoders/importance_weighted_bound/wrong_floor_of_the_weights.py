# feedback: Add no number, clip no weight
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (tf.cast(value, tf.float32) for value in (log_joint, log_q))
    w = tf.exp(log_joint - log_q)
    return tf.math.log(tf.maximum(tf.reduce_mean(w, axis=0), 1e-37))
