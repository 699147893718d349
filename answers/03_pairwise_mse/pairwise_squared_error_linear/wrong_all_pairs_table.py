# feedback: The work grows like n²
def pairwise_squared_error_linear(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    table = (difference[:, :, None] - difference[:, None, :]) ** 2
    return table.sum(axis=(1, 2)) / max(n * (n - 1), 1)
