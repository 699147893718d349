# feedback: not if nothing is found
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = scores > threshold
    hits = np.sum(flagged & anomalous)
    if hits == 0:
        return 1.0, 0.0
    return float(hits / np.sum(flagged)), float(hits / np.sum(anomalous))
