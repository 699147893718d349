# feedback: The shares are rounded
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = scores > threshold
    hits = np.sum(flagged & anomalous)
    precision = hits / flagged.sum() if flagged.any() else 1.0
    return np.round(precision, 3), np.round(hits / anomalous.sum(), 3)
