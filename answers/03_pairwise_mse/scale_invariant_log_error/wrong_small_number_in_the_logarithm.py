# feedback: A small number is added before the logarithm || log(depth + 0.001)
def scale_invariant_log_error(depth_true, depth_pred):
    d = np.log(np.asarray(depth_pred, dtype=float) + 1e-3) - np.log(np.asarray(depth_true, dtype=float) + 1e-3)
    d = d.reshape(len(d), -1)
    n = d.shape[1]
    centred = d - d.mean(axis=1, keepdims=True)
    return 2 * (centred**2).sum(axis=1) / max(n - 1, 1)
