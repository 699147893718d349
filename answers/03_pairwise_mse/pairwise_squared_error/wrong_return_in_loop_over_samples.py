# feedback: does a return end the loop
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    if n < 2:
        return np.zeros(batch)
    first, second = np.triu_indices(n, k=1)
    errors = np.zeros(batch)
    for b in range(batch):
        errors[b] = np.mean((difference[b, first] - difference[b, second]) ** 2)
        return errors
