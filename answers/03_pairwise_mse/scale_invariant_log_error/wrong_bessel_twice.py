# feedback: n/(n − 1) comes in twice
def scale_invariant_log_error(depth_true, depth_pred):
    t, p = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    n = int(np.prod(t.shape[1:]))
    t, p = t.reshape(len(t), n), p.reshape(len(p), n)
    d = np.log(p) - np.log(t)
    return 2 * d.var(axis=1, ddof=1) * n / (n - 1) if n > 1 else np.zeros(len(d))
