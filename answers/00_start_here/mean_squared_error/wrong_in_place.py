# feedback: changes its input
def mean_squared_error(y_true, y_pred):
    y_true = np.asarray(y_true)
    y_true -= np.asarray(y_pred)
    return np.mean(y_true**2)
