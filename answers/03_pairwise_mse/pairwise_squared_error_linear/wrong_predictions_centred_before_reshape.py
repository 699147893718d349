# feedback: Rows are centred
def pairwise_squared_error_linear(labels, predictions):
    labels, predictions = np.asarray(labels, dtype=float), np.asarray(predictions, dtype=float)
    predictions = predictions - predictions.mean(axis=-1, keepdims=True)
    d = (predictions - labels).reshape(len(labels), -1)
    centred = d - d.mean(axis=1, keepdims=True)
    return 2 * (centred**2).sum(axis=1) / max(d.shape[1] - 1, 1)
