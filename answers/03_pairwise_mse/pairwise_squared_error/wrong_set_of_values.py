# feedback: Equal differences are merged
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    import itertools
    out = []
    for row in difference:
        pairs = list(itertools.combinations(set(row.tolist()), 2))
        out.append(np.mean([(a - b) ** 2 for a, b in pairs]) if pairs else 0.0)
    return np.array(out)
