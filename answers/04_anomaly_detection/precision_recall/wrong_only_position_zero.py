# feedback: position 0 is False
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = np.flatnonzero(scores > threshold)
    hits = np.sum(anomalous[flagged])
    precision = float(hits / len(flagged)) if flagged.any() else 1.0
    return precision, float(hits / np.sum(anomalous))
