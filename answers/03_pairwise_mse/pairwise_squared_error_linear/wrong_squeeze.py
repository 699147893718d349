# feedback: A batch of one has one answer in an array
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), int(np.prod(d.shape[1:])))
    n = d.shape[1]
    if n < 2:
        return np.zeros(len(d))
    return np.squeeze(2 * np.var(d, axis=1, ddof=1))
