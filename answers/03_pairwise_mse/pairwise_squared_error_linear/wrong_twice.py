# feedback: This is twice it
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), int(np.prod(d.shape[1:])))
    n = d.shape[1]
    if n < 2:
        return np.zeros(len(d))
    centred = d - d.mean(axis=1, keepdims=True)
    return 2 * (n * np.sum(centred**2, axis=1) - np.sum(centred, axis=1) ** 2) / (n * (n - 1) / 2)
