# feedback: n counts the elements of the whole batch
def pairwise_squared_error_linear(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    n = difference.size
    difference = difference.reshape(difference.shape[0], -1)
    centred = difference - difference.mean(axis=1, keepdims=True)
    return 2 * np.sum(centred**2, axis=1) / max(n - 1, 1)
