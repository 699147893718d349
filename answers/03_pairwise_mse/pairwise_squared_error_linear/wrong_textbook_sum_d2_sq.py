# feedback: n is in the wrong place: n·Σd² − (Σd)², not n·(Σd)² − Σd²
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    n = int(np.prod(d.shape[1:]))
    d = d.reshape(len(d), n)
    centred = d - d.mean(axis=1, keepdims=True)
    return 2 * (n * np.sum(d, axis=1) ** 2 - np.sum(d**2, axis=1)) / max(n * (n - 1), 1)
