# a loop over single numbers, a Python float
def mean_squared_error(y_true, y_pred):
    total, count = 0.0, 0
    for t, p in zip(np.ravel(y_true), np.ravel(y_pred)):
        total += (float(t) - float(p)) ** 2
        count += 1
    return total / count
