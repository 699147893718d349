# feedback: No weight matters here
def _errors(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(d.shape[0], -1)
    d = d - d.mean(axis=1, keepdims=True)
    return 2 * np.sum(d**2, axis=1) / max(d.shape[1] - 1, 1)


def weighted_pairwise_squared_error(labels, predictions, sample_weight):
    weight = np.asarray(sample_weight, dtype=float)
    if np.any(weight < 0):
        raise ValueError("negative")
    if np.sum(weight) == 0:
        return 0.0
    loss = _errors(labels, predictions)
    return float(loss[weight > 0].mean())
