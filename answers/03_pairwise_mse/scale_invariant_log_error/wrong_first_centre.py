# feedback: The first (or smallest) of d is taken away
def scale_invariant_log_error(depth_true, depth_pred):
    t, p = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    n = int(np.prod(t.shape[1:]))
    t, p = t.reshape(len(t), n), p.reshape(len(p), n)
    d = np.log(p) - np.log(t)
    c = d - d[:, :1]
    return 2 * (c**2).sum(axis=1) / max(n - 1, 1)
