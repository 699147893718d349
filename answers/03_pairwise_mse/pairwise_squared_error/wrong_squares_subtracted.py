# feedback: Squares are subtracted
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    if n < 2:
        return np.zeros(batch)
    first, second = np.triu_indices(n, k=1)
    y, p = (np.asarray(part, dtype=float).reshape(batch, n) for part in (labels, predictions))
    return np.mean((p[:, first] - p[:, second]) ** 2 - (y[:, first] - y[:, second]) ** 2, axis=1)
