# feedback: the length of the error vector (its norm)
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    return np.linalg.norm(y_true - y_pred)
