# feedback: squares after the mean
def pairwise_squared_error(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    if d.shape[1] < 2:
        return np.zeros(len(d))
    first, second = np.triu_indices(d.shape[1], k=1)
    return np.mean(d[:, first] - d[:, second], axis=1) ** 2
