# feedback: each of them counts ½
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    normal, anomalies = np.sort(scores[~anomalous]), scores[anomalous]
    if len(normal) == 0 or len(anomalies) == 0:
        raise ValueError("x")
    l = np.searchsorted(normal, anomalies, side="left")
    r = np.searchsorted(normal, anomalies, side="right")
    return float(np.mean(l + 0.5 * (r > l)) / len(normal))
