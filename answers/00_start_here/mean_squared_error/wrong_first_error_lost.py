# feedback: The first error is lost
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.ravel(y_true).astype(float), np.ravel(y_pred).astype(float)
    total = 0
    for i in range(1, len(y_true)):
        total += (y_true[i] - y_pred[i]) ** 2
    return total / len(y_true)
