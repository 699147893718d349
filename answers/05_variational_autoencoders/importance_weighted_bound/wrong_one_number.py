# feedback: one number for all pictures
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (np.asarray(v, dtype=float) for v in (log_joint, log_q))
    from scipy.special import logsumexp
    
    return logsumexp(log_joint - log_q) - np.log(log_q.size)
