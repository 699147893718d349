# feedback: the Jaccard index
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = scores > threshold
    hits = np.sum(flagged & anomalous)
    either = np.sum(flagged | anomalous)
    precision = hits / either if np.any(flagged) else 1.0
    return float(precision), float(hits / anomalous.sum())
