# feedback: The curve does not end at (1, 1)
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("Both kinds are needed.")
    thresholds = np.unique(scores)[::-1]
    normal, anomalies = np.sort(scores[~anomalous]), np.sort(scores[anomalous])
    fpr = 1 - np.searchsorted(normal, thresholds, side="right") / len(normal)
    tpr = 1 - np.searchsorted(anomalies, thresholds, side="right") / len(anomalies)
    return float(np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2))
