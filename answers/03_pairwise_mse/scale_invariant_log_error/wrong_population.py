# feedback: divides the sum over all ordered pairs by n²
def scale_invariant_log_error(depth_true, depth_pred):
    d = np.log(np.asarray(depth_pred, float)) - np.log(np.asarray(depth_true, float))
    d = d.reshape(len(d), -1)
    return 2 * d.var(axis=1)
