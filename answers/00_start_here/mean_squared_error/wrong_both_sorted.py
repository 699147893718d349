# feedback: Both are sorted
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    return np.mean((np.sort(y_true) - np.sort(y_pred)) ** 2)
