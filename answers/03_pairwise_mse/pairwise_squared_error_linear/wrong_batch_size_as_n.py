# feedback: or the batch size
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(d.shape[0], -1)
    n = len(d)
    centred = d - d.mean(axis=1, keepdims=True)
    return 2 * np.sum(centred**2, axis=1) / max(n, 1)
