# feedback: The batch size divides, too
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    n = d.shape[1]
    centred = d - d.mean(axis=1, keepdims=True)
    return 2 * (centred**2).sum(1) / max((n - 1) * len(d), 1)
