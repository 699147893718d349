# feedback: The sign is wrong
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), int(np.prod(d.shape[1:])))
    n = d.shape[1]
    return np.sum(d, axis=1) ** 2 * 2 / max(n - 1, 1) / n - 2 * np.sum(d**2, axis=1) / max(n - 1, 1)
