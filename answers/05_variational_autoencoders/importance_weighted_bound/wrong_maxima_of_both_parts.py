# feedback: Shifted apart
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (tf.cast(value, tf.float32) for value in (log_joint, log_q))
    a, b = tf.reduce_max(log_joint, axis=0), tf.reduce_max(log_q, axis=0)
    weights = tf.exp(log_joint - a) / tf.exp(log_q - b)
    return a - b + tf.math.log(tf.reduce_mean(weights, axis=0))
