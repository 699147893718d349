# feedback: The errors of rows are averaged
def weighted_pairwise_squared_error(labels, predictions, sample_weight):
    weight = np.asarray(sample_weight, dtype=float)
    if np.any(weight < 0):
        raise ValueError("negative weight")
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    if d.shape[-1] < 2 or not weight.any():
        return 0.0
    loss = 2 * np.var(d, axis=-1, ddof=1).reshape(len(d), -1).mean(axis=1)
    return np.sum(weight * loss) / np.sum(weight)
