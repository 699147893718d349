# feedback: mean is taken over the batch
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (np.asarray(v, dtype=float) for v in (log_joint, log_q))
    from scipy.special import logsumexp
    
    return logsumexp(log_joint - log_q, axis=1) - np.log(log_q.shape[1])
