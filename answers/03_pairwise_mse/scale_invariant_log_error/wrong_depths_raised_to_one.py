# feedback: log(max(depth, 1))
def scale_invariant_log_error(depth_true, depth_pred):
    t, p = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    t, p = t.reshape(len(t), -1), p.reshape(len(p), -1)
    n = t.shape[1]
    p, t = np.where(p > 1, p, 1), np.where(t > 1, t, 1)
    d = np.log(p) - np.log(t)
    c = d - d.mean(1, keepdims=True)
    return 2 * (c**2).sum(1) / max(n - 1, 1)
