# feedback: This is the root of it
def _errors(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    return 2 * d.var(axis=1, ddof=1) if d.shape[1] > 1 else np.zeros(len(d))


def scale_invariant_log_error(depth_true, depth_pred):
    t, p = np.log(np.asarray(depth_true, float)), np.log(np.asarray(depth_pred, float))
    return np.sqrt(_errors(t, p))
