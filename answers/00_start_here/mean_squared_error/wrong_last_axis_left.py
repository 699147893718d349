# feedback: each entry of the last axis
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    squares = (y_true - y_pred) ** 2
    return squares.mean(axis=(0, 1)[: squares.ndim])
