# feedback: the precision is 0 here
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = scores > threshold
    hits = np.sum(flagged & anomalous)
    return hits / (flagged.sum() + 1e-7), hits / (anomalous.sum() + 1e-7)
