# feedback: where huge numbers cancel
def pairwise_squared_error_linear(labels, predictions):
    difference = np.asarray(predictions, dtype=np.float32) - np.asarray(labels, dtype=np.float32)
    difference = difference.reshape(len(difference), -1)
    n = np.float32(difference.shape[1])
    if n < 2:
        return np.zeros(len(difference))
    return 2 * (n * (difference**2).sum(axis=1) - difference.sum(axis=1) ** 2) / (n * (n - 1))
