# feedback: There is one 0
def scale_invariant_log_error(depth_true, depth_pred):
    t, p = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    n = int(np.prod(t.shape[1:]))
    t, p = t.reshape(len(t), n), p.reshape(len(p), n)
    d = np.log(p) - np.log(t)
    if n == 1:
        return 0.0
    return 2 * np.var(d, axis=1, ddof=1)
