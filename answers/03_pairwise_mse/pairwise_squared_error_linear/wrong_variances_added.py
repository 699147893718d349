# feedback: The variances of both are added
def pairwise_squared_error_linear(labels, predictions):
    total = 0
    for values in (labels, predictions):
        values = np.asarray(values, dtype=float).reshape(len(values), -1)
        n = values.shape[1]
        total = total + np.var(values, axis=1) * n / max(n - 1, 1)
    return 2 * total
