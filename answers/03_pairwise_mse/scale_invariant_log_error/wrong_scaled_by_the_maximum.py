# feedback: divided by their maximum
def scale_invariant_log_error(depth_true, depth_pred):
    t, p = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    t, p = t.reshape(len(t), -1), p.reshape(len(p), -1)
    t, p = t / np.max(t, axis=1, keepdims=True), p / np.max(p, axis=1, keepdims=True)
    return np.mean((np.log(p) - np.log(t)) ** 2, axis=1)
