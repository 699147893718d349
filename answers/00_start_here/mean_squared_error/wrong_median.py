# feedback: The mean squared error (one number)
def mean_squared_error(y_true, y_pred):
    return np.median((np.asarray(y_true, float) - np.asarray(y_pred, float)) ** 2)
