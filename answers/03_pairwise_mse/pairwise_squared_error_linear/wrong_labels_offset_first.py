# feedback: where huge numbers cancel
def pairwise_squared_error_linear(labels, predictions):
    y = np.asarray(labels, dtype=np.float32)
    p = np.asarray(predictions, dtype=np.float32)
    y, p = y.reshape(len(y), -1), p.reshape(len(p), -1)
    n = y.shape[1]
    cov = (y * p).mean(axis=1) - y.mean(axis=1) * p.mean(axis=1)
    return 2 * (y.var(axis=1) + p.var(axis=1) - 2 * cov) * n / max(n - 1, 1)
