# feedback: Pairs n/2 apart count twice
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    terms = [np.zeros((batch, n))] if n < 2 else []
    for shift in range(1, n // 2 + 1):
        terms.append((difference - np.roll(difference, shift, axis=1)) ** 2)
    return np.mean(np.concatenate(terms, axis=1), axis=1)
