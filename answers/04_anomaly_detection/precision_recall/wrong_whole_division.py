# feedback: as by // or int() || decimals are cut off
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = scores > threshold
    hits = np.sum(flagged & anomalous)
    precision = hits // np.sum(flagged) if flagged.any() else 1.0
    return precision, hits // np.sum(anomalous)
