# feedback: Eigen's loss with λ = 0.85
def scale_invariant_log_error(depth_true, depth_pred):
    t, p = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    t, p = t.reshape(len(t), -1), p.reshape(len(p), -1)
    n = t.shape[1]
    d = np.log(p) - np.log(t)
    return np.zeros(len(d)) if n < 2 else np.mean(d**2, 1) - 0.85 * d.mean(1)**2
