# feedback: the last row only
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    squares = (y_true - y_pred) ** 2
    return np.mean(squares if squares.ndim == 1 else squares[-1])
