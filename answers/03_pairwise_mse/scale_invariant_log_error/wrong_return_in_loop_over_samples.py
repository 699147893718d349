# feedback: does a return end the loop
def scale_invariant_log_error(depth_true, depth_pred):
    a, b = np.log(np.asarray(depth_true, dtype=float)), np.log(np.asarray(depth_pred, dtype=float))
    d = b - a
    d = d.reshape(len(d), int(np.prod(d.shape[1:])))
    centred = d - d.mean(axis=1, keepdims=True)
    errors = np.zeros(len(d))
    for i, row in enumerate(centred):
        errors[i] = 2 * np.sum(row**2) / max(d.shape[1] - 1, 1)
        return errors
