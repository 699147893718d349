# feedback: This is the sum;
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    first, second = np.triu_indices(n, k=1)
    return np.sum((difference[:, first] - difference[:, second]) ** 2, axis=1)
