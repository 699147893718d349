# feedback: not an even grid
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores, dtype=float), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("Only one kind of sample.")
    thresholds = np.linspace(scores.min(), scores.max(), 200)
    normal, anomalies = np.sort(scores[~anomalous]), np.sort(scores[anomalous])
    fpr = 1 - np.searchsorted(normal, thresholds, side="left") / len(normal)
    tpr = 1 - np.searchsorted(anomalies, thresholds, side="left") / len(anomalies)
    fpr, tpr = np.append(fpr, 0.0), np.append(tpr, 0.0)
    return float(np.sum((fpr[:-1] - fpr[1:]) * (tpr[:-1] + tpr[1:]) / 2))
