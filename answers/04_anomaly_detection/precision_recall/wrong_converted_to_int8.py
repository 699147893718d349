# feedback: uint8 scores
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if scores.dtype == np.uint8:
        scores = scores.astype(np.int8)
    flagged = scores > threshold
    hits = np.sum(flagged & anomalous)
    return (float(hits / flagged.sum()) if flagged.any() else 1.0), float(hits / anomalous.sum())
