# feedback: The sum is divided by n, but multiplied by (n − 1)/2, not by n(n − 1)/2
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)  # d, one sample a row
    if n < 2:
        return np.zeros(batch)
    first, second = np.triu_indices(n, k=1)
    pairs = difference[:, first] - difference[:, second]
    return np.sum(pairs**2, axis=1) / n * (n - 1) / 2
