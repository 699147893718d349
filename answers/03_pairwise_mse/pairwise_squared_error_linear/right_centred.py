# centred first, divided by n - 1
def pairwise_squared_error_linear(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    centred = difference - difference.mean(axis=1, keepdims=True)
    return 2 * (centred * centred).sum(axis=1) / max(n - 1, 1)
