# the standard library's sample variance
import statistics


def pairwise_squared_error_linear(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    rows = difference.reshape(len(difference), -1).tolist()
    return [2.0 * statistics.variance(row) if len(row) > 1 else 0.0 for row in rows]
