# feedback: batch
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    c = d - d.mean(axis=1, keepdims=True)
    return 2 * (c**2).sum(axis=1) / max(len(d) - 1, 1)
