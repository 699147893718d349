# feedback: The sum of squares is not multiplied by n
def pairwise_squared_error_linear(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    return 2 * ((difference**2).sum(axis=1) - difference.sum(axis=1) ** 2) / max(n * (n - 1), 1)
