# feedback: it counts all elements of a sample
def pairwise_squared_error_linear(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], difference.shape[-1]
    flat = difference.reshape(batch, -1)
    centred = flat - flat.mean(axis=1, keepdims=True)
    return 2 * (centred**2).sum(axis=1) / max(n - 1, 1)
