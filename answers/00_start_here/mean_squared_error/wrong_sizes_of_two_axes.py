# feedback: the sizes of two axes only
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    s = np.sum((y_true - y_pred) ** 2)
    return s / np.prod(y_true.shape[:2])
