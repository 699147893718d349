# feedback: This divides by the batch size less 1 || it counts all elements of a sample
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), int(np.prod(d.shape[1:])))
    n = d.shape[1]
    if n < 2:
        return np.zeros(len(d))
    centred = d - d.mean(axis=1, keepdims=True)
    return 2 * np.sum(centred**2, axis=1) / max(len(d) - 1, 1)
