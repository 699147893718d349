# feedback: Only elements two apart are compared
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)  # d, one sample a row
    if n < 2:
        return np.zeros(batch)
    if n < 3:
        return np.zeros(batch)
    return np.mean((difference[:, 2:] - difference[:, :-2]) ** 2, axis=1)
