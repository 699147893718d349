# feedback: These are of the normal samples || the precision is 1, and the recall 0
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = scores > threshold
    hits = np.sum(~flagged & ~anomalous)
    return hits / max(np.sum(~flagged), 1), hits / np.sum(~anomalous)
