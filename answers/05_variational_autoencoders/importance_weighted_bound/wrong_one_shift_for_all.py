# feedback: each picture's own largest
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (np.asarray(v, dtype=float) for v in (log_joint, log_q))
    log_w = log_joint - log_q
    return np.log(np.mean(np.exp(log_w - np.max(log_w)), axis=0)) + np.max(log_w)
