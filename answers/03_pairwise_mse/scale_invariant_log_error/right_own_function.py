# the lesson's linear function on logarithms (written again here)
def _pairwise(labels, predictions):
    difference = (predictions - labels).reshape(len(labels), -1)
    return 2 * difference.var(axis=1, ddof=1) if difference.shape[1] > 1 else np.zeros(len(labels))


def scale_invariant_log_error(depth_true, depth_pred):
    return _pairwise(np.log(depth_true), np.log(depth_pred))
