# feedback: The mean of no pairs is 0/0
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    with np.errstate(all="ignore"):
        return 2 * np.sum((difference - difference.mean(axis=1, keepdims=True)) ** 2, axis=1) / (n - np.ones(batch))
