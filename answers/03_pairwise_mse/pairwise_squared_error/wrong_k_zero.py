# feedback: each element with itself is no pair
def pairwise_squared_error(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    first, second = np.triu_indices(d.shape[1])
    return ((d[:, first] - d[:, second]) ** 2).mean(axis=1)
