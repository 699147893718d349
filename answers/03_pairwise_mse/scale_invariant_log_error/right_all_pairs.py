# ratios of all pairs
def scale_invariant_log_error(depth_true, depth_pred):
    true, pred = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    true, pred = true.reshape(len(true), -1), pred.reshape(len(pred), -1)
    n = true.shape[1]
    ratio = (pred[:, :, None] / pred[:, None, :]) / (true[:, :, None] / true[:, None, :])
    return np.sum(np.log(ratio) ** 2, axis=(1, 2)) / max(n * (n - 1), 1)
