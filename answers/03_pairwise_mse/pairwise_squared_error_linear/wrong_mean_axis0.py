# feedback: the batch (axis=0)
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    n = d.shape[1]
    c = d - d.mean(axis=0)
    return 2 * (c**2).sum(axis=1) / max(n - 1, 1)
