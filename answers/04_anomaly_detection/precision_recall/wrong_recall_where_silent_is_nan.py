# feedback: The recall is not a number
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = scores > threshold
    hits = np.sum(flagged & anomalous)
    if not flagged.any():
        return 1.0, np.nan
    return hits / flagged.sum(), hits / anomalous.sum()
