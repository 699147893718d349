# feedback: This is 0; return np.zeros(batch)
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), int(np.prod(d.shape[1:])))
    n = d.shape[1]
    if n == 1:
        return 0.0
    return 2 * np.var(d, axis=1, ddof=1)
