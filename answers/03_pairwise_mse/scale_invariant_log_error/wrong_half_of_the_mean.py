# feedback: Only half of (Σd)² is subtracted
def scale_invariant_log_error(depth_true, depth_pred):
    d = np.log(np.asarray(depth_pred, float)) - np.log(np.asarray(depth_true, float))
    d = d.reshape(len(d), -1)
    n = d.shape[1]
    spread = np.mean(d**2, axis=1) - 0.5 * np.mean(d, axis=1) ** 2
    return 2 * n * spread / max(n - 1, 1) if n > 1 else np.zeros(len(d))
