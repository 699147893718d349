# feedback: The labels' variance is taken away
def pairwise_squared_error_linear(labels, predictions):
    p = np.asarray(predictions, dtype=float)
    p = p.reshape(len(p), -1)
    l = np.asarray(labels, dtype=float).reshape(len(p), -1)
    return 2 * (np.var(p, axis=1, ddof=1) - np.var(l, axis=1, ddof=1)) if p.shape[1] > 1 else np.zeros(len(p))
