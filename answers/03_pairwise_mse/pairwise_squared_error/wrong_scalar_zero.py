# feedback: each sample has its own
def pairwise_squared_error(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    if d.shape[1] < 2:
        return 0.0
    return 2 * d.var(axis=1, ddof=1)
