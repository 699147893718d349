# feedback: The error of a single element is 0
def scale_invariant_log_error(depth_true, depth_pred):
    d = np.log(np.asarray(depth_pred, dtype=float)) - np.log(np.asarray(depth_true, dtype=float))
    d = d.reshape(len(d), -1)
    return 2 * np.var(d, axis=1, ddof=1)
