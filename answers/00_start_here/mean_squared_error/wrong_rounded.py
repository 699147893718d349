# feedback: The result is rounded
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    return round(float(np.mean((y_true - y_pred) ** 2)), 2)
