# feedback: This is the variance of the errors
def mean_squared_error(y_true, y_pred):
    return np.var(np.asarray(y_true, dtype=float) - np.asarray(y_pred, dtype=float))
