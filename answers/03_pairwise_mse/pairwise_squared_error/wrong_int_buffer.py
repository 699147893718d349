# feedback: The squares are cut to whole numbers
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    if n < 2:
        return np.zeros(batch)
    t = np.zeros(batch, dtype=int)
    for i in range(n):
        for j in range(i):
            t = t + ((difference[:, i] - difference[:, j]) ** 2).astype(int)
    return t / (n * (n - 1) / 2)
