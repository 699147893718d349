# feedback: bare number
def scale_invariant_log_error(depth_true, depth_pred):
    true, pred = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    difference = np.log(pred / true)
    difference = difference.reshape(len(difference), -1)
    n = difference.shape[1]
    centred = difference - difference.mean(axis=1, keepdims=True)
    error = 2 * (centred**2).sum(axis=1) / max(n - 1, 1)
    return np.mean(error)
