# feedback: n(n − 1)/2 + 1
def pairwise_squared_error(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    n = d.shape[1]
    first, second = np.triu_indices(n, k=1)
    return ((d[:, first] - d[:, second]) ** 2).sum(axis=1) / (len(first) + 1)
