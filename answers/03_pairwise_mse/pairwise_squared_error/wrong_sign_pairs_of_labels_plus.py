# feedback: Labels and predictions are added
def pairwise_squared_error(labels, predictions):
    d = np.asarray(predictions, dtype=float) + np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    n = d.shape[1]
    return 2 * d.var(axis=1, ddof=1) if n > 1 else np.zeros(len(d))
