# feedback: Weights are w + 1
def weighted_pairwise_squared_error(labels, predictions, sample_weight):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), int(np.prod(d.shape[1:])))
    d = d - d.mean(axis=1, keepdims=True)
    loss = 2 * (d**2).sum(axis=1) / max(d.shape[1] - 1, 1)
    weight = np.asarray(sample_weight, dtype=float)
    if np.any(weight < 0):
        raise ValueError("A weight is negative.")
    if not weight.any():
        return 0.0
    return np.sum((1 + weight) * loss) / np.sum(1 + weight)
