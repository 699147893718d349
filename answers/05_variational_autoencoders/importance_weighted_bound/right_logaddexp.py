# NumPy's logaddexp, sample by sample
def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (np.asarray(v, dtype=float) for v in (log_joint, log_q))
    total = log_joint[0] - log_q[0]
    for joint, q in zip(log_joint[1:], log_q[1:]):
        total = np.logaddexp(total, joint - q)
    return total - np.log(len(log_q))
