# feedback: This is a quarter of it: the factor 2 belongs above, not below
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    n = int(np.prod(d.shape[1:]))
    d = d.reshape(len(d), n)
    centred = d - d.mean(axis=1, keepdims=True)
    return np.sum(centred**2, axis=1) / 2 / max(n - 1, 1)
