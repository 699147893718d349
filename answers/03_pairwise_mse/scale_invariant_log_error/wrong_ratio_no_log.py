# feedback: pred/true
def _errors(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    return 2 * d.var(axis=1, ddof=1) if d.shape[1] > 1 else np.zeros(len(d))


def scale_invariant_log_error(depth_true, depth_pred):
    r = np.asarray(depth_pred, float) / np.asarray(depth_true, float)
    return _errors(np.ones_like(r), r)
