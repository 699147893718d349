# feedback: Shifted apart
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (np.asarray(v, float) for v in (log_joint, log_q))
    a, b = log_joint.max(axis=0), log_q.max(axis=0)
    with np.errstate(all='ignore'):
        w = np.exp(log_joint - a) / np.exp(log_q - b)
    return np.log(w.mean(axis=0)) + a - b
