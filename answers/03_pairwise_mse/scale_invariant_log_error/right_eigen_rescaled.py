# Eigen's formula with λ = 1, times 2n/(n − 1)
def scale_invariant_log_error(depth_true, depth_pred):
    true, pred = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    d = (np.log(pred) - np.log(true)).reshape(len(pred), -1)
    n = d.shape[1]
    eigen = (d**2).sum(axis=1) / n - d.sum(axis=1) ** 2 / n**2
    return eigen * 2 * n / max(n - 1, 1)
