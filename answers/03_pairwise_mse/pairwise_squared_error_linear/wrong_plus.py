# feedback: Labels and predictions are added
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) + np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    centred = d - d.mean(axis=1, keepdims=True)
    return 2 * np.sum(centred**2, axis=1) / max(d.shape[1] - 1, 1)
