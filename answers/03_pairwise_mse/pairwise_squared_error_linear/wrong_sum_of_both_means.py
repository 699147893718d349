# feedback: are both taken away from d
def pairwise_squared_error_linear(labels, predictions):
    y = np.asarray(labels, dtype=float); y = y.reshape(len(y), -1)
    p = np.asarray(predictions, dtype=float).reshape(len(y), -1)
    d = p - y
    d = d - p.mean(axis=1, keepdims=True) - y.mean(axis=1, keepdims=True)
    return 2 * (d**2).sum(1) / max(d.shape[1] - 1, 1)
