# feedback: mean over the pictures
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (np.asarray(v, dtype=float) for v in (log_joint, log_q))
    from scipy.special import logsumexp
    
    return np.mean(logsumexp(log_joint - log_q, axis=0) - np.log(len(log_q)))
