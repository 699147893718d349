# feedback: mean of the whole batch
def scale_invariant_log_error(depth_true, depth_pred):
    d = np.log(np.asarray(depth_pred, float)) - np.log(np.asarray(depth_true, float))
    d = d.reshape(len(d), -1)
    n = d.shape[1]
    return 2 * ((d - d.mean()) ** 2).sum(axis=1) / max(n - 1, 1)
