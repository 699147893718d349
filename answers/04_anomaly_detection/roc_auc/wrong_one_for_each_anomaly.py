# feedback: has another shape
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("Both kinds are needed.")
    normal = np.sort(scores[~anomalous])
    left = np.searchsorted(normal, scores[anomalous], side="left")
    right = np.searchsorted(normal, scores[anomalous], side="right")
    return (left + right) / 2 / len(normal)
