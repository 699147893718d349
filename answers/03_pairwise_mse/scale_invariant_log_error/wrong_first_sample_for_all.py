# feedback: the first one's error
def scale_invariant_log_error(depth_true, depth_pred):
    t, p = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    t, p = t.reshape(len(t), -1), p.reshape(len(p), -1)
    d = np.log(p) - np.log(t)
    n = d.shape[1]
    return np.full(len(d), 2 * np.sum((d[0] - d[0].mean()) ** 2) / max(n - 1, 1))
