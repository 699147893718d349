# feedback: Each row of a sample is taken for a sample
def scale_invariant_log_error(depth_true, depth_pred):
    true, pred = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    difference = np.log(pred / true)
    if difference.ndim < 2 or difference.shape[-1] < 2:
        return np.zeros(len(difference))
    return 2 * difference.var(axis=-1, ddof=1)
