# feedback: mean over i of means over j
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    if n < 2:
        return np.zeros(batch)
    total = np.zeros(batch)
    for i in range(n - 1):
        total += np.mean((difference[:, i : i + 1] - difference[:, i + 1 :]) ** 2, axis=1)
    return total / (n - 1)
