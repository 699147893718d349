# feedback: The signs of targets and predictions are lost
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    return np.mean((np.abs(y_true) - np.abs(y_pred)) ** 2)
