# feedback: halves one of the two
def roc_auc(scores, is_anomaly):
    scores, f = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if f.all() or not f.any():
        raise ValueError("x")
    normal, anomalies = np.sort(scores[~f]), scores[f]
    l, r = np.searchsorted(normal, anomalies), np.searchsorted(normal, anomalies, side="right")
    return float(np.mean(l + r / 2) / len(normal))
