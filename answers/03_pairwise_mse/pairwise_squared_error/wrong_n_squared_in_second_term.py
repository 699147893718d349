# feedback: With n − 1 under Σd²
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    if n < 2:
        return np.zeros(batch)
    return 2 * np.sum(difference**2, axis=1) / (n - 1) - 2 * np.sum(difference, axis=1) ** 2 / n**2
