# the largest subtracted by hand
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (np.asarray(v, dtype=float) for v in (log_joint, log_q))
    log_w = log_joint - log_q
    top = np.max(log_w, axis=0)
    return top + np.log(np.mean(np.exp(log_w - top), axis=0))
