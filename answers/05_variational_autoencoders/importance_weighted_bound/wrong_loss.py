# feedback: not a loss
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (np.asarray(v, dtype=float) for v in (log_joint, log_q))
    from scipy.special import logsumexp
    
    return np.log(len(log_q)) - logsumexp(log_joint - log_q, axis=0)
