# feedback: absolute
def scale_invariant_log_error(depth_true, depth_pred):
    d = np.log(np.asarray(depth_pred, float)) - np.log(np.asarray(depth_true, float))
    d = d.reshape(len(d), -1)
    n = d.shape[1]
    return np.abs(d[:, :, None] - d[:, None, :]).sum((1, 2)) / max(n * (n - 1), 1)
