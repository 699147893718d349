# feedback: n counts all elements
def pairwise_squared_error_linear(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    if difference.ndim == 1:
        difference = difference[:, None]
    n = difference.shape[1]
    axes = tuple(range(1, difference.ndim))
    centred = difference - difference.mean(axis=axes, keepdims=True)
    return 2 * (centred ** 2).sum(axis=axes) / max(n - 1, 1)
