# feedback: The factor n/(n − 1) comes in twice
def pairwise_squared_error_linear(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    if n == 1:
        return np.zeros(batch)
    variance = np.var(difference.reshape(batch, n), axis=1, ddof=1)
    return 2 * n / (n - 1) * variance
