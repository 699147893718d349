# feedback: share of normals not flagged
def precision_recall(scores, is_anomaly, threshold):
    flagged, anomalous = np.asarray(scores) > threshold, np.asarray(is_anomaly).astype(bool)
    precision = 1.0 - np.sum(flagged & ~anomalous) / max(np.sum(~anomalous), 1)
    recall = np.sum(flagged & anomalous) / max(np.sum(anomalous), 1)
    return float(precision), float(recall)
