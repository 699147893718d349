# feedback: All numbers are taken for one sample
def pairwise_squared_error_linear(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    difference = np.atleast_2d(difference)
    difference = difference.reshape(len(difference), -1)
    centred = difference - difference.mean(axis=1, keepdims=True)
    return 2 * (centred**2).sum(axis=1) / max(difference.shape[1] - 1, 1)
