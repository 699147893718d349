# feedback: The predictions alone are centred
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    n = int(np.prod(d.shape[1:]))
    d = d.reshape(len(d), n)
    centred = d - d.mean(axis=1, keepdims=True)
    p, y = (np.asarray(v, dtype=float).reshape(len(d), n) for v in (predictions, labels))
    return 2 * np.sum((p - p.mean(axis=1, keepdims=True) - y) ** 2, axis=1) / max(n - 1, 1)
