# feedback: median is taken away
def scale_invariant_log_error(depth_true, depth_pred):
    true, pred = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    ratio = np.median((true / pred).reshape(len(pred), -1), axis=1)
    difference = np.log(pred.reshape(len(pred), -1) * ratio[:, None] / true.reshape(len(pred), -1))
    return np.mean(difference**2, axis=1)
