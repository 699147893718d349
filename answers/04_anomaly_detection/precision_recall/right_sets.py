# sets of positions
def precision_recall(scores, is_anomaly, threshold):
    flagged = {i for i, s in enumerate(scores) if s > threshold}
    anomalies = {i for i, a in enumerate(is_anomaly) if a}
    return len(flagged & anomalies) / len(flagged) if flagged else 1.0, len(flagged & anomalies) / len(anomalies)
