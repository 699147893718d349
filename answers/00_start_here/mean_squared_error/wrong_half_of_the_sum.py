# feedback: half the sum || This is twice it
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    e = y_true - y_pred
    return np.sum(e**2) / 2
