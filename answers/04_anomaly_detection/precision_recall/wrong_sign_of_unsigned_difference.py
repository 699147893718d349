# feedback: The difference wraps around
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = np.sign(scores - threshold) == 1
    hits = np.sum(flagged & anomalous)
    return (float(hits / flagged.sum()) if flagged.any() else 1.0), float(hits / anomalous.sum())
