# plain Python
def precision_recall(scores, is_anomaly, threshold):
    flagged = [bool(a) for s, a in zip(scores, is_anomaly) if s > threshold]
    hits = sum(flagged)
    total = sum(1 for a in is_anomaly if a)
    return hits / len(flagged) if flagged else 1.0, hits / total
