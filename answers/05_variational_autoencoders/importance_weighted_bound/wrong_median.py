# feedback: This is the median
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (tf.cast(value, tf.float32) for value in (log_joint, log_q))
    log_w = log_joint - log_q
    samples = log_w.shape[0]
    return np.median(log_w.numpy(), axis=0)
