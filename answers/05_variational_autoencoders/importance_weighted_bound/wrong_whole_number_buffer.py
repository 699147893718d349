# feedback: made of whole numbers
def importance_weighted_bound(log_joint, log_q):
    w = np.asarray(log_joint) - np.asarray(log_q)
    top = w.max(axis=0)
    out = np.empty_like(top)
    for j in range(w.shape[1]):
        out[j] = top[j] + np.log(np.mean(np.exp(w[:, j] - top[j])))
    return out
