# feedback: changes its input
def scale_invariant_log_error(depth_true, depth_pred):
    t = np.asarray(depth_true, dtype=float)
    p = np.asarray(depth_pred, dtype=float)
    np.log(t, out=t)
    np.log(p, out=p)
    n = int(np.prod(t.shape[1:]))
    d = (p - t).reshape(len(t), n)
    d = d - d.mean(axis=1, keepdims=True)
    return 2 * (d ** 2).sum(axis=1) / max(n - 1, 1)
