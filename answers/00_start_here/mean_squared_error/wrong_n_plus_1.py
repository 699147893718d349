# feedback: n + 1 divides, not n || n + 1?
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    e = y_true - y_pred
    return np.sum(e**2) / (e.size + 1)
