# feedback: This is the mean squared error of the elements || This is the square of the element
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    return np.mean(difference**2, axis=1)
