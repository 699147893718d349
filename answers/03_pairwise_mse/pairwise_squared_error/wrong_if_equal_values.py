# feedback: Pairs of equal differences are left out
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)  # d, one sample a row
    if n < 2:
        return np.zeros(batch)
    result = np.zeros(batch)
    for b in range(batch):
        terms = [(p - q) ** 2 for p in difference[b] for q in difference[b] if p != q]
        result[b] = np.mean(terms) if terms else 0.0
    return result
