# feedback: This is an array with one 0
def pairwise_squared_error(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    n = d.shape[1]
    first, second = np.triu_indices(n, k=1)
    if d.shape[1] == 1:
        return np.zeros(1)
    return np.mean((d[:, first] - d[:, second]) ** 2, axis=1)
