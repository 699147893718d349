# feedback: @ is the matrix product
def mean_squared_error(y_true, y_pred):
    errors = np.asarray(y_true, dtype=float) - np.asarray(y_pred, dtype=float)
    return np.mean(errors @ errors) / (len(errors) if errors.ndim == 1 else 1)
