# feedback: no pairs
def pairwise_squared_error(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    n = d.shape[1]
    if n < 2:
        return d[:, 0] ** 2
    return 2 * d.var(axis=1, ddof=1)
