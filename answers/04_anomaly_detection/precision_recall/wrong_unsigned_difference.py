# feedback: The difference wraps around
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = (scores - threshold) > 0
    if not flagged.any():
        return 1.0, 0.0
    hits = np.sum(flagged & anomalous)
    return float(hits / flagged.sum()), float(hits / anomalous.sum())
