# feedback: all pairs of a target and a prediction
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    errors = y_true.reshape(-1, 1) - y_pred.reshape(-1)
    return np.mean(errors**2)
