# feedback: Large depths are lowered to an upper bound
def scale_invariant_log_error(depth_true, depth_pred):
    true, pred = (np.clip(np.asarray(x, dtype=float), None, 80) for x in (depth_true, depth_pred))
    d = np.log(pred) - np.log(true)
    d = d.reshape(len(d), -1)
    n = d.shape[1]
    return 2 * np.sum((d - d.mean(axis=1, keepdims=True)) ** 2, axis=1) / max(n - 1, 1)
