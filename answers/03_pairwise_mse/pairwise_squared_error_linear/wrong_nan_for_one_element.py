# feedback: A single element has no variance
def pairwise_squared_error_linear(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    with np.errstate(all="ignore"):
        return 2 * np.var(difference, axis=1, ddof=1)
