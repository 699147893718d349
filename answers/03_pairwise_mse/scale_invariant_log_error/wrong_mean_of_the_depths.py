# feedback: The depths are divided by their mean
def scale_invariant_log_error(depth_true, depth_pred):
    logs = []
    for depth in (depth_true, depth_pred):
        depth = np.asarray(depth, float).reshape(len(depth), -1)
        logs.append(np.log(depth / depth.mean(axis=1, keepdims=True)))
    return 2 * np.sum((logs[1] - logs[0]) ** 2, axis=1) / max(logs[0].shape[1] - 1, 1)
