# feedback: as 2·np.var does
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)  # d, one sample a row
    return 2 * np.var(difference, axis=1)
