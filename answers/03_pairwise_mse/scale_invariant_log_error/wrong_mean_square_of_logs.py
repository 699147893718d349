# feedback: the mean square of the log differences
def scale_invariant_log_error(depth_true, depth_pred):
    true, pred = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    difference = np.log(pred / true).reshape(len(pred), -1)
    return np.mean(difference**2, axis=1)
