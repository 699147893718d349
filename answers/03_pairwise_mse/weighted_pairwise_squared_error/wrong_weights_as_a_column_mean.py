# feedback: The weights only divide
def _error(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    d = d - d.mean(axis=1, keepdims=True)
    return 2 * (d**2).sum(axis=1) / max(d.shape[1] - 1, 1)


def weighted_pairwise_squared_error(labels, predictions, sample_weight):
    weight = np.asarray(sample_weight, dtype=float)
    if np.any(weight < 0):
        raise ValueError("negative weight")
    if weight.sum() == 0:
        return 0.0
    weight = weight.reshape(-1, 1)
    return float(np.mean(weight * _error(labels, predictions)) / np.sum(weight))
