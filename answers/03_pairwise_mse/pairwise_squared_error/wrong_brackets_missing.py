# feedback: Brackets are missing
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    if n < 2:
        return np.zeros(batch)
    y = np.asarray(labels, dtype=float).reshape(batch, n)
    p = np.asarray(predictions, dtype=float).reshape(batch, n)
    i, j = np.triu_indices(n, k=1)
    return np.mean((p[:, i] - p[:, j] - y[:, i] - y[:, j]) ** 2, axis=1)
