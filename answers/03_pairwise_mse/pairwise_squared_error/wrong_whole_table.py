# feedback: This is the table of squares
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)  # d, one sample a row
    if n < 2:
        return np.zeros(batch)
    return (difference[:, :, None] - difference[:, None, :]) ** 2
