# feedback: The decimals of the inputs are cut off
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true).astype(int), np.asarray(y_pred).astype(int)
    return np.mean((y_true - y_pred) ** 2)
