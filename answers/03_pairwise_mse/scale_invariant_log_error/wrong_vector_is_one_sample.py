# feedback: The vector is taken for one sample
def scale_invariant_log_error(depth_true, depth_pred):
    t, p = np.atleast_2d(depth_true).astype(float), np.atleast_2d(depth_pred).astype(float)
    t, p = t.reshape(len(t), -1), p.reshape(len(p), -1)
    d = np.log(p) - np.log(t)
    n = d.shape[1]
    return 2 * np.sum((d - d.mean(axis=1, keepdims=True)) ** 2, axis=1) / max(n - 1, 1)
