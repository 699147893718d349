# feedback: nan
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    errors = np.ma.masked_where(np.ones(y_true.shape, bool), y_true - y_pred)
    return np.ma.mean(errors**2)
