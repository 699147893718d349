# feedback: Pairs with the last element are missing in the sum
def pairwise_squared_error(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    n = d.shape[1]
    if n < 2:
        return np.zeros(len(d))
    total = np.zeros(len(d))
    for i in range(n - 1):
        for j in range(i + 1, n - 1):
            total += (d[:, i] - d[:, j]) ** 2
    return total / (n * (n - 1) / 2)
