# feedback: With n − 1 under Σd²
def scale_invariant_log_error(depth_true, depth_pred):
    t, p = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    n = int(np.prod(t.shape[1:]))
    t, p = t.reshape(len(t), n), p.reshape(len(p), n)
    d = np.log(p) - np.log(t)
    return 2 * np.sum(d**2, axis=1) / max(n - 1, 1) - 2 * np.sum(d, axis=1) ** 2 / n**2
