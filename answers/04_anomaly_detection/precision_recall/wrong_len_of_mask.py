# feedback: Both divide by all samples
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = scores > threshold
    hits = np.sum(flagged & anomalous)
    return float(hits / len(flagged)) if flagged.any() else 1.0, float(hits / len(anomalous))
