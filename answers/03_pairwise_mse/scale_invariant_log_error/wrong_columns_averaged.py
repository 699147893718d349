# feedback: The errors of columns are averaged
def scale_invariant_log_error(depth_true, depth_pred):
    d = np.log(np.asarray(depth_pred, dtype=float)) - np.log(np.asarray(depth_true, dtype=float))
    d = d.reshape(len(d), -1, d.shape[-1] if d.ndim > 1 else 1)
    d = d.reshape(len(d), d.shape[2], 1) if d.shape[1] == 1 else d
    return np.mean(2 * d.var(axis=1) * d.shape[1] / max(d.shape[1] - 1, 1), axis=1)
