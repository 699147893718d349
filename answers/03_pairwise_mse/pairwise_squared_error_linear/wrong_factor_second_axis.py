# feedback: is taken of the second axis
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    n = d.shape[1] if d.ndim > 1 else 1
    d = d.reshape(len(d), -1)
    return 2 * n / max(n - 1, 1) * d.var(axis=1)
