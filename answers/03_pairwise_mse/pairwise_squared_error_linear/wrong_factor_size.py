# feedback: of one sample, not 18
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    n = d.shape[1]
    centred = d - d.mean(axis=1, keepdims=True)
    return 2 * d.size / max(d.size - 1, 1) * d.var(axis=1)
