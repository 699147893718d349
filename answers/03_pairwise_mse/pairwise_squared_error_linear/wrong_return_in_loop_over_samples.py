# feedback: does a return end the loop
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), int(np.prod(d.shape[1:])))
    n = d.shape[1]
    if n < 2:
        return np.zeros(len(d))
    errors = np.zeros(len(d))
    for b, row in enumerate(d):
        errors[b] = 2 * np.var(row, ddof=1)
        return errors
