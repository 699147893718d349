# feedback: the precision is 1, and the recall 0
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = scores > threshold
    if not flagged.any():
        return 0.0, 1.0
    hits = np.sum(flagged & anomalous)
    return hits / flagged.sum(), hits / anomalous.sum()
