# feedback: These are log(depth + 0.01)
def scale_invariant_log_error(depth_true, depth_pred):
    t, p = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    n = int(np.prod(t.shape[1:]))
    t, p = t.reshape(len(t), n), p.reshape(len(p), n)
    d = np.log(p) - np.log(t)
    d = np.log(p + 0.01) - np.log(t + 0.01)
    c = d - d.mean(axis=1, keepdims=True)
    return 2 * (c**2).sum(axis=1) / max(n - 1, 1)
