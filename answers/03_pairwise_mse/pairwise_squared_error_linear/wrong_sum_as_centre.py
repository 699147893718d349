# feedback: The sum of d is taken away
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), int(np.prod(d.shape[1:])))
    n = d.shape[1]
    c = d - d.sum(axis=1, keepdims=True)
    return 2 * np.sum(c**2, axis=1) / max(n - 1, 1)
