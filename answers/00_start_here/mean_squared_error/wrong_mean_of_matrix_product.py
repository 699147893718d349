# feedback: the mean of a matrix product
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    e = y_true - y_pred
    if e.ndim == 1:
        return e @ e / e.size
    return np.mean(e.T @ e)
