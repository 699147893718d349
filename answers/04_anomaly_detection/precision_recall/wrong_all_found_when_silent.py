# feedback: The recall is 1 here
def precision_recall(scores, is_anomaly, threshold):
    flagged, anomalous = np.asarray(scores) > threshold, np.asarray(is_anomaly).astype(bool)
    if flagged.sum() == 0:
        return 1.0, 1.0
    hits = (flagged & anomalous).sum()
    return hits / flagged.sum(), hits / anomalous.sum()
