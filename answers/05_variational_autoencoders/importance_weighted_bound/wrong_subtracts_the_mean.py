# feedback: Subtract the largest logarithm, nothing smaller
def importance_weighted_bound(log_joint, log_q):
    log_w = np.asarray(log_joint, float) - np.asarray(log_q, float)
    middle = log_w.mean(axis=0)
    return middle + np.log(np.mean(np.exp(log_w - middle), axis=0))
