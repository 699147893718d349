# feedback: Column errors are averaged
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    if n < 2:
        return np.zeros(batch)
    first, second = np.triu_indices(n, k=1)
    d = (np.asarray(predictions, float) - np.asarray(labels, float)).reshape(batch, -1, n if len(np.shape(labels)) < 3 else np.shape(labels)[-1])
    if d.shape[1] == 1:
        return np.mean((difference[:, first] - difference[:, second]) ** 2, axis=1)
    return 2 * d.var(axis=1, ddof=1).mean(axis=1)
