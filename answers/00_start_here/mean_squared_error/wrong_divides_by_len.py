# feedback: divide by the number of entries
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    return np.sum((y_true - y_pred) ** 2) / len(y_true)
