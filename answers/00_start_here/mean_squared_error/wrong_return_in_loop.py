# feedback: Only the first error counts || the first row only
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    total = 0
    for a, b in zip(y_true.ravel(), y_pred.ravel()):
        total += (a - b) ** 2
        return total / y_true.size
