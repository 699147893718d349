# feedback: A weight of 0 raises ValueError
def weighted_pairwise_squared_error(labels, predictions, sample_weight):
    weight = np.asarray(sample_weight, dtype=float)
    if np.all(weight == 0):
        return 0.0
    if np.any(weight <= 0):
        raise ValueError("All weights must be positive.")
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    n = int(np.prod(d.shape[1:]))
    d = d.reshape(len(d), n)
    d = d - d.mean(axis=1, keepdims=True)
    loss = 2 * (d ** 2).sum(axis=1) / max(n - 1, 1)
    return float(np.sum(weight * loss) / np.sum(weight))
