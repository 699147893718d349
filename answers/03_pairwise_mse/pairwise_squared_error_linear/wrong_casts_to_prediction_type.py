# feedback: A rounded mean is taken away
def pairwise_squared_error_linear(labels, predictions):
    labels, predictions = np.asarray(labels), np.asarray(predictions)
    d = (predictions - labels).reshape(len(labels), -1)
    n = d.shape[1]
    c = d - d.mean(axis=1, keepdims=True).astype(d.dtype)
    return 2 * (c**2).sum(axis=1) / max(n - 1, 1)
