# feedback: raised TypeError
def pairwise_squared_error(labels, predictions):
    difference = predictions - labels
    difference = difference.reshape(len(difference), -1)
    n = difference.shape[1]
    first, second = np.triu_indices(n, k=1)
    squares = (difference[:, first] - difference[:, second]) ** 2
    return squares.sum(axis=1) / max(n * (n - 1) / 2, 1)
