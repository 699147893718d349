# feedback: This is n times it: divide by n − 1 alone, and multiply by 2
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    n = int(np.prod(d.shape[1:]))
    d = d.reshape(len(d), n)
    centred = d - d.mean(axis=1, keepdims=True)
    return 2 * n * np.sum(centred**2, axis=1) / max(n - 1, 1)
