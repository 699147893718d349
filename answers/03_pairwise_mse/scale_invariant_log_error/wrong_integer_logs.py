# feedback: cut to whole numbers
def _errors(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    return 2 * d.var(axis=1, ddof=1) if d.shape[1] > 1 else np.zeros(len(d))


def scale_invariant_log_error(depth_true, depth_pred):
    t, p = np.array(depth_true), np.array(depth_pred)
    lt, lp = np.zeros_like(t), np.zeros_like(p)
    lt[...] = np.log(t)
    lp[...] = np.log(p)
    return _errors(lt, lp)
