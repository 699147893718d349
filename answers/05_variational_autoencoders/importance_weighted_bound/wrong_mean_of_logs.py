# feedback: mean of the logarithms
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (np.asarray(v, dtype=float) for v in (log_joint, log_q))
    return np.mean(log_joint - log_q, axis=0)
