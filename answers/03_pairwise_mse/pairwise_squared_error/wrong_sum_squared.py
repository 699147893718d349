# feedback: The differences are summed before they are squared
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    if n < 2:
        return np.zeros(batch)
    first, second = np.triu_indices(n, k=1)
    return np.sum(difference[:, first] - difference[:, second], axis=1) ** 2 * 2 / (n * (n - 1))
