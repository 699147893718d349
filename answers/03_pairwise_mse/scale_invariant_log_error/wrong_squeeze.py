# feedback: bare number
def scale_invariant_log_error(depth_true, depth_pred):
    a, b = np.log(np.asarray(depth_true, dtype=float)), np.log(np.asarray(depth_pred, dtype=float))
    d = b - a
    d = d.reshape(len(d), int(np.prod(d.shape[1:])))
    centred = d - d.mean(axis=1, keepdims=True)
    return np.squeeze(2 * np.sum(centred**2, axis=1) / max(d.shape[1] - 1, 1))
