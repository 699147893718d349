# feedback: The work grows like n²
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    n, total = d.shape[1], np.zeros(len(d))
    for i in range(1, n):
        total += np.sum((d[:, i:] - d[:, i - 1 : i]) ** 2, axis=1)
    return total / max(n * (n - 1) // 2, 1)
