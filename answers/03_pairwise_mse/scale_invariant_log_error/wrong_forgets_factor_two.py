# feedback: The factor 2 is missing
def scale_invariant_log_error(depth_true, depth_pred):
    true, pred = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    d = np.log(pred / true).reshape(len(pred), -1)
    return d.var(axis=1, ddof=1) if d.shape[1] > 1 else np.zeros(len(d))
