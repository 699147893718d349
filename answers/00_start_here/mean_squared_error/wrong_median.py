# feedback: median of the squared errors
def mean_squared_error(y_true, y_pred):
    return np.median((np.asarray(y_true, float) - np.asarray(y_pred, float)) ** 2)
