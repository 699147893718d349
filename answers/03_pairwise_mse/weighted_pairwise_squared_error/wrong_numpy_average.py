# feedback: raised ZeroDivisionError
def weighted_pairwise_squared_error(labels, predictions, sample_weight):
    weight = np.asarray(sample_weight, dtype=float)
    if np.any(weight < 0):
        raise ValueError("Weights must not be negative.")
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    n = int(np.prod(d.shape[1:]))
    d = d.reshape(len(d), n)
    d = d - d.mean(axis=1, keepdims=True)
    loss = 2 * (d ** 2).sum(axis=1) / max(n - 1, 1)
    return float(np.average(loss, weights=weight))
