# feedback: take the scores themselves as thresholds, not an even grid
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores, dtype=float), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("only one kind")
    thresholds = np.concatenate([[np.inf], np.linspace(scores.max(), scores.min(), 100), [-np.inf]])
    tpr = np.array([np.mean(scores[anomalous] > t) for t in thresholds])
    fpr = np.array([np.mean(scores[~anomalous] > t) for t in thresholds])
    return float(np.trapezoid(tpr, fpr))
