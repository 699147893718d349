# feedback: raised to a lower bound
def scale_invariant_log_error(depth_true, depth_pred):
    t = np.log(np.clip(np.asarray(depth_true, dtype=float), 1e-3, None))
    p = np.log(np.clip(np.asarray(depth_pred, dtype=float), 1e-3, None))
    n = int(np.prod(t.shape[1:]))
    d = (p - t).reshape(len(t), n)
    d = d - d.mean(axis=1, keepdims=True)
    return 2 * (d ** 2).sum(axis=1) / max(n - 1, 1)
