# feedback: The sum of the weights is made larger
def weighted_pairwise_squared_error(labels, predictions, sample_weight):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    difference = difference.reshape(len(difference), -1)
    n = difference.shape[1]
    loss = 2 * np.sum((difference - difference.mean(axis=1, keepdims=True)) ** 2, axis=1) / max(n - 1, 1)
    weight = np.asarray(sample_weight, dtype=float)
    if np.any(weight < 0):
        raise ValueError("negative weight")
    return np.sum(weight * loss) / (np.sum(weight) + 1e-7)
