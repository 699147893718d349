# feedback: Brackets are missing: 2/(n(n − 1)) multiplies all of n·Σd² − (Σd)²
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    n = int(np.prod(d.shape[1:]))
    d = d.reshape(len(d), n)
    centred = d - d.mean(axis=1, keepdims=True)
    return 2 / max(n * (n - 1), 1) * n * np.sum(d**2, axis=1) - np.sum(d, axis=1) ** 2
