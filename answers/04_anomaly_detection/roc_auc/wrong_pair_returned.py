# feedback: one array is expected, not 2 || where 1 values
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("Both kinds are needed.")
    normal = np.sort(scores[~anomalous])
    left = np.searchsorted(normal, scores[anomalous], side="left")
    right = np.searchsorted(normal, scores[anomalous], side="right")
    auc = np.mean(left + right) / 2 / len(normal)
    return auc, 1 - auc
