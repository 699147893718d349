# the textbook form, in float64, where an offset of 10,000 costs half of 16 digits only
def pairwise_squared_error_linear(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    if n == 1:
        return np.zeros(batch)
    return 2 * (n * (difference**2).sum(axis=1) - difference.sum(axis=1) ** 2) / (n * (n - 1))
