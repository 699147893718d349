# pairs of labels against pairs of predictions, never the element differences
def pairwise_squared_error(labels, predictions):
    labels, predictions = np.asarray(labels, dtype=np.float32), np.asarray(predictions, dtype=np.float32)
    errors = []
    for a, b in zip(labels, predictions):
        a, b = np.ravel(a), np.ravel(b)
        i, j = np.nonzero(np.arange(a.size)[:, None] < np.arange(a.size))
        errors.append(np.mean(((a[i] - a[j]) - (b[i] - b[j])) ** 2) if a.size > 1 else 0.0)
    return np.array(errors)
