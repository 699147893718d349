# feedback: It is a column
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    if n < 2:
        return np.zeros(batch)
    i, j = np.triu_indices(n, k=1)
    return np.mean((difference[:, i] - difference[:, j]) ** 2, axis=1, keepdims=True)
