# feedback: an iterator used up
from itertools import combinations


def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    pairs = combinations(range(n), 2)
    result = np.zeros(batch)
    for b in range(batch):
        for i, j in pairs:
            result[b] += (difference[b, i] - difference[b, j]) ** 2
    return result / max(n * (n - 1) / 2, 1)
