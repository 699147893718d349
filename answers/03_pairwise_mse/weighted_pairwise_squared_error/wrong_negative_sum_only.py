# feedback: sum of the weights decides
def weighted_pairwise_squared_error(labels, predictions, sample_weight):
    weight = np.asarray(sample_weight, dtype=float)
    total = weight.sum()
    if total < 0:
        raise ValueError("negative weights")
    if total == 0:
        return 0.0
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    loss = 2 * np.sum((d - d.mean(axis=1, keepdims=True)) ** 2, axis=1) / max(d.shape[1] - 1, 1)
    return np.sum(weight * loss) / total
