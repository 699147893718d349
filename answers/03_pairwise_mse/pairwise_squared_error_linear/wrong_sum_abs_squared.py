# feedback: The sum of the absolute distances is squared
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    n = d.shape[1]
    centred = d - d.mean(axis=1, keepdims=True)
    return 2 * np.abs(centred).sum(1) ** 2 / max(n * (n - 1), 1)
