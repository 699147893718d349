# np.var in the precision that comes in
def pairwise_squared_error_linear(labels, predictions):
    difference = np.subtract(predictions, labels)
    difference = difference.reshape(difference.shape[0], -1)
    if difference.shape[1] < 2:
        return np.zeros(len(difference))
    return 2 * np.var(difference, axis=1, ddof=1)
