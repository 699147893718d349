# feedback: not flagged count as hits
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = scores > threshold
    hits = np.sum(flagged & anomalous)
    hits = np.sum(flagged == anomalous)
    precision = hits / flagged.sum() if flagged.any() else 1.0
    return float(precision), float(hits / anomalous.sum())
