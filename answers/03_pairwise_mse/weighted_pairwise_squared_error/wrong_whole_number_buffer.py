# feedback: The answer is made of whole numbers
def weighted_pairwise_squared_error(labels, predictions, sample_weight):
    labels, predictions, weight = np.asarray(labels), np.asarray(predictions), np.asarray(sample_weight)
    if np.any(weight < 0):
        raise ValueError("weights must not be negative")
    d = (predictions - labels).reshape(len(labels), -1)
    n = d.shape[1]
    loss = np.array([2 * np.var(row, ddof=1) if n > 1 else 0.0 for row in d])
    result = np.zeros_like(weight)
    if weight.sum() == 0:
        return 0.0
    result[:] = weight * loss / weight.sum()
    return result.sum()
