# distances between all pairs from SciPy
from scipy.spatial.distance import pdist


def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    answer = np.zeros(len(difference))
    for k, sample in enumerate(difference):
        if np.size(sample) > 1:
            answer[k] = pdist(np.reshape(sample, (-1, 1)), "sqeuclidean").mean()
    return answer
