# feedback: These are differences of neighbours after sorting
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    n = int(np.prod(d.shape[1:]))
    d = d.reshape(len(d), n)
    centred = d - d.mean(axis=1, keepdims=True)
    return np.mean(np.diff(np.sort(d, axis=1), axis=1) ** 2, axis=1) if n > 1 else np.zeros(len(d))
