# feedback: The work grows like n²
import itertools


def pairwise_squared_error_linear(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    if n < 2:
        return np.zeros(batch)
    pairs = (sum((a - b) ** 2 for a, b in itertools.combinations(row, 2)) for row in difference.tolist())
    return np.array([total / (n * (n - 1) / 2) for total in pairs])
