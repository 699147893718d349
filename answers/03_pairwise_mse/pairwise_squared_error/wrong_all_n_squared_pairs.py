# feedback: all n² pairs averaged
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    table = (difference[:, :, None] - difference[:, None, :]) ** 2
    return table.mean(axis=(1, 2))
