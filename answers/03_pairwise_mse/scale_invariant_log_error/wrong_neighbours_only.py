# feedback: Only neighbours are compared
def scale_invariant_log_error(depth_true, depth_pred):
    d = np.log(np.asarray(depth_pred, float)) - np.log(np.asarray(depth_true, float))
    d = np.diff(d.reshape(len(d), -1), axis=1)
    return np.sum(d**2, axis=1) / max(d.shape[1], 1)
