# feedback: With nothing flagged the precision is 0 here
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = scores > threshold
    hits = np.sum(flagged & anomalous)
    f1 = 2 * hits / (flagged.sum() + anomalous.sum())
    return float(f1), float(f1)
