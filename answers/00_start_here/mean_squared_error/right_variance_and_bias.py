# variance of the errors plus their squared mean
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    errors = y_true - y_pred
    return np.var(errors) + np.mean(errors) ** 2
