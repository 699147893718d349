# feedback: This is an array with one 0
def scale_invariant_log_error(depth_true, depth_pred):
    t, p = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    t, p = t.reshape(len(t), -1), p.reshape(len(p), -1)
    n = t.shape[1]
    if n == 1:
        return [0]
    d = np.log(p) - np.log(t)
    c = d - d.mean(1, keepdims=True)
    return 2 * (c**2).sum(1) / max(n - 1, 1)
