# feedback: where 2 values are expected
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = scores > threshold
    hits = np.sum(flagged & anomalous)
    precision = hits / flagged.sum() if flagged.any() else 1.0
    recall = hits / anomalous.sum()
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)
