# feedback: The work grows like n²
def pairwise_squared_error_linear(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    total = np.zeros(batch)
    for i in range(n):
        total += ((difference[:, i : i + 1] - difference[:, i + 1 :]) ** 2).sum(axis=1)
    return total / max(n * (n - 1) / 2, 1)
