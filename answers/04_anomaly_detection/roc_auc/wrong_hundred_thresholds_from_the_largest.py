# feedback: not an even grid
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores, dtype=float), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    thresholds = np.linspace(scores.max() + 1e-9, scores.min(), 100)
    tpr = [np.mean(scores[anomalous] >= t) for t in thresholds]
    fpr = [np.mean(scores[~anomalous] >= t) for t in thresholds]
    tpr, fpr = np.array([0.0] + tpr), np.array([0.0] + fpr)
    return float(np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2))
