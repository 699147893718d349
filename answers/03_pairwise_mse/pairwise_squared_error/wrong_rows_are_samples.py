# feedback: Rows are taken for samples
def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    if difference.ndim == 1 or difference.shape[-1] < 2:
        return np.zeros(len(difference))
    return 2 * difference.var(axis=-1, ddof=1)
