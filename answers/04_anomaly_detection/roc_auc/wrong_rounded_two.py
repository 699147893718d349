# feedback: The AUC is rounded
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    normal = np.sort(scores[~anomalous])
    left = np.searchsorted(normal, scores[anomalous], side="left")
    right = np.searchsorted(normal, scores[anomalous], side="right")
    return round(float(np.mean(left + right) / len(normal) / 2), 2)
