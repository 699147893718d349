# feedback: largest singular value
def mean_squared_error(y_true, y_pred):
    e = np.subtract(y_true, y_pred, dtype=float)
    return np.linalg.norm(e, ord=2) ** 2 / np.size(e)
