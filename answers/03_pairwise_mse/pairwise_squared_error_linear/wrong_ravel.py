# feedback: whole batch
def pairwise_squared_error_linear(labels, predictions):
    d = np.ravel(np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float))
    return 2 * np.var(d, ddof=1)
