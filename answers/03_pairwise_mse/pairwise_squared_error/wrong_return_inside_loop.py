# feedback: with the first element
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    if n == 1:
        return np.zeros(batch)
    terms = []
    for i in range(n):
        for j in range(i + 1, n):
            terms.append((difference[:, i] - difference[:, j]) ** 2)
        return np.mean(terms, axis=0)
