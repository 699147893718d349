# feedback: changes its input
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float)
    difference -= np.asarray(labels, dtype=float)
    difference = difference.reshape(len(difference), -1)
    n = difference.shape[1]
    return 2 * difference.var(axis=1, ddof=1) if n > 1 else np.zeros(len(difference))
