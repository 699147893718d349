# feedback: A weight just below 0 raises nothing
def weighted_pairwise_squared_error(labels, predictions, sample_weight):
    weight = np.asarray(sample_weight, dtype=float)
    if np.any(weight < -1e-8):
        raise ValueError("negative weight")
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    loss = 2 * np.sum((d - d.mean(axis=1, keepdims=True)) ** 2, axis=1) / max(d.shape[1] - 1, 1)
    return np.sum(weight * loss) / np.sum(weight) if weight.any() else 0.0
