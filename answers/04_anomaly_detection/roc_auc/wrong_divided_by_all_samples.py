# feedback: This divides by 10
def roc_auc(scores, is_anomaly):
    scores, f = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if f.all() or not f.any():
        raise ValueError("x")
    normal, anomalies = np.sort(scores[~f]), scores[f]
    return float(np.mean((np.searchsorted(normal, anomalies) + np.searchsorted(normal, anomalies, side="right")) / 2) / len(scores))
