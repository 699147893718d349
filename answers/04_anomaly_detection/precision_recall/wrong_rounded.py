# feedback: The shares are rounded
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = scores > threshold
    hits = np.sum(flagged & anomalous)
    precision = 1.0 if flagged.sum() == 0 else hits / flagged.sum()
    recall = hits / anomalous.sum()
    return round(float(precision), 2), round(float(recall), 2)
