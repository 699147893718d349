# loops over samples and pairs
def weighted_pairwise_squared_error(labels, predictions, sample_weight):
    labels, predictions = np.asarray(labels, dtype=float), np.asarray(predictions, dtype=float)
    total = weights = 0.0
    for a, b, w in zip(labels, predictions, sample_weight):
        if w < 0:
            raise ValueError(f"{w} is negative")
        d, pairs = np.ravel(b - a), 0
        loss = 0.0
        for i in range(len(d)):
            for j in range(i):
                loss += (d[i] - d[j]) ** 2
                pairs += 1
        total += w * loss / max(pairs, 1)
        weights += w
    return total / weights if weights > 0 else 0
