# feedback: Only pairs without the first element are summed up
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)  # d, one sample a row
    if n < 2:
        return np.zeros(batch)
    total, count = np.zeros(batch), 0
    for i in range(1, n):
        for j in range(i + 1, n):
            total += (difference[:, i] - difference[:, j]) ** 2
            count += 1
    return total / (n * (n - 1) / 2)
