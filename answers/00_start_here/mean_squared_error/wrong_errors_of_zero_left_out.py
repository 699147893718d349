# feedback: errors of 0 are left out || median
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    e = y_true - y_pred
    k = e[e != 0]
    return np.mean(k**2) if len(k) else 0.0
