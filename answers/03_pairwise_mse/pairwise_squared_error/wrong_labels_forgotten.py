# feedback: pairs of predictions only
def pairwise_squared_error(labels, predictions):
    predictions = np.asarray(predictions, dtype=float)
    predictions = predictions.reshape(len(predictions), -1)
    n = predictions.shape[1]
    return 2 * predictions.var(axis=1, ddof=1) if n > 1 else np.zeros(len(predictions))
