# feedback: A batch of one sample has pairs, too
def pairwise_squared_error(y_true, y_pred):
    d = np.asarray(y_pred, dtype=float) - np.asarray(y_true, dtype=float)
    d = d.reshape(len(d), -1)
    n = d.shape[1]
    if len(d) == 1 or n == 1:
        return np.zeros(len(d))
    i, j = np.triu_indices(n, k=1)
    return np.mean((d[:, i] - d[:, j]) ** 2, axis=1)
