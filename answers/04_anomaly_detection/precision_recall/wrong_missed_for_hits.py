# feedback: The first is the recall, too
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = scores > threshold
    hits = np.sum(flagged & anomalous)
    missed = np.sum(anomalous & ~flagged)
    return (float(hits / (hits + missed)) if flagged.any() else 1.0), float(hits / (hits + missed))
