# feedback: All numbers are taken for one sample
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    if difference.ndim == 1:
        difference = difference[None, :]
    difference = difference.reshape(len(difference), -1)
    n = difference.shape[1]
    first, second = np.triu_indices(n, k=1)
    squares = (difference[:, first] - difference[:, second]) ** 2
    return squares.sum(axis=1) / max(n * (n - 1) / 2, 1)
