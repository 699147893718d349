# feedback: Labels alone are paired
def pairwise_squared_error(labels, predictions):
    d = np.asarray(labels, dtype=float)
    d = d.reshape(len(d), int(np.prod(d.shape[1:])))
    n = d.shape[1]
    first, second = np.triu_indices(n, k=1)
    return np.mean((d[:, first] - d[:, second]) ** 2, axis=1) if n > 1 else np.zeros(len(d))
