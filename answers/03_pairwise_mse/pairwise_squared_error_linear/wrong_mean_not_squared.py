# feedback: The mean is not squared
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), int(np.prod(d.shape[1:])))
    n = d.shape[1]
    if n < 2:
        return np.zeros(len(d))
    return 2 * n / (n - 1) * (np.mean(d**2, axis=1) - np.mean(d, axis=1))
