# feedback: The sign of the log differences is lost
def scale_invariant_log_error(depth_true, depth_pred):
    t, p = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    t, p = t.reshape(len(t), -1), p.reshape(len(p), -1)
    d = np.log(p) - np.log(t)
    n = d.shape[1]
    d = np.abs(d)
    return 2 * np.sum((d - d.mean(axis=1, keepdims=True)) ** 2, axis=1) / max(n - 1, 1)
