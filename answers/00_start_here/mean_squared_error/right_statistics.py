# the standard library
import statistics


def mean_squared_error(y_true, y_pred):
    pairs = zip(np.ravel(y_true).tolist(), np.ravel(y_pred).tolist())
    return statistics.fmean([(t - p) ** 2 for t, p in pairs])
