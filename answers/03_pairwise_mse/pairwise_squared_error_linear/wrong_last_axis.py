# feedback: Rows of an image
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    if d.ndim == 1:
        return np.zeros(len(d))
    n = d.shape[-1]
    return 2 * d.var(axis=-1) * n / max(n - 1, 1)
