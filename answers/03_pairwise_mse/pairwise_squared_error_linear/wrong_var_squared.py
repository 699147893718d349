# feedback: This is twice the squared variance
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    n = int(np.prod(d.shape[1:]))
    d = d.reshape(len(d), n)
    centred = d - d.mean(axis=1, keepdims=True)
    return 2 * (np.sum(centred**2, axis=1) / max(n - 1, 1)) ** 2
