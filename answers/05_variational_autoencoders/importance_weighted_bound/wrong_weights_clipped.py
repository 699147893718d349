# feedback: clip no weight
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (tf.cast(value, tf.float32) for value in (log_joint, log_q))
    w = log_joint - log_q
    k = float(w.shape[0])
    return tf.math.log(tf.reduce_mean(tf.exp(tf.clip_by_value(w, -80.0, 80.0)), axis=0))
