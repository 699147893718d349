# feedback: Drop the first axis
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (tf.cast(value, tf.float32) for value in (log_joint, log_q))
    log_weights = log_joint - log_q
    largest = tf.reduce_max(log_weights, axis=0, keepdims=True)
    return largest + tf.math.log(tf.reduce_mean(tf.exp(log_weights - largest), axis=0))
