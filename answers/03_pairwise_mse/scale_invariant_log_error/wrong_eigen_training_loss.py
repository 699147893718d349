# feedback: Eigen's loss for training
def scale_invariant_log_error(depth_true, depth_pred):
    true, pred = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    d = np.log(pred / true).reshape(len(pred), -1)
    n = d.shape[1]
    return (d**2).sum(axis=1) / n - 0.5 * d.sum(axis=1) ** 2 / n**2
