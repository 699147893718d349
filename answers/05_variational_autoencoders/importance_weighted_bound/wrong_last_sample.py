# feedback: This is the last sample alone
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (tf.cast(value, tf.float32) for value in (log_joint, log_q))
    log_w = log_joint - log_q
    samples = log_w.shape[0]
    return log_w[-1]
