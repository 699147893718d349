# feedback: The depths are divided by their mean
def scale_invariant_log_error(depth_true, depth_pred):
    t, p = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    t, p = t.reshape(len(t), -1), p.reshape(len(p), -1)
    t, p = t / t.mean(axis=1, keepdims=True), p / p.mean(axis=1, keepdims=True)
    return np.mean((np.log(p) - np.log(t)) ** 2, axis=1)
