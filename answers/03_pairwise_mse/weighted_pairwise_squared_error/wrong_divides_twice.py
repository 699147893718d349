# feedback: Σ weight and the batch size
def _errors(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), -1)
    return 2 * d.var(axis=1, ddof=1) if d.shape[1] > 1 else np.zeros(len(d))


def weighted_pairwise_squared_error(labels, predictions, sample_weight):
    w = np.asarray(sample_weight, dtype=float)
    if np.any(w < 0):
        raise ValueError("negative")
    if w.sum() == 0:
        return 0.0
    w = w / w.sum()
    return float(np.mean(w * np.asarray(_errors(labels, predictions))))
