# feedback: arrays of another shape
def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true, dtype=float), np.asarray(y_pred, dtype=float)
    total = 0.0
    for i in range(len(y_true)):
        total += np.mean((y_true[i] - y_pred[i]) ** 2) if y_true.ndim == 2 and y_true.shape[1] > 1 else np.sum(y_true[i] - y_pred[i]) ** 2
    return total / len(y_true)
