# feedback: np.asarray(…) makes an array
def roc_auc(scores, is_anomaly):
    normal, anomalies = np.sort(scores[~is_anomaly]), scores[is_anomaly]
    if len(normal) == 0 or len(anomalies) == 0:
        raise ValueError("one class only")
    return float((np.searchsorted(normal, anomalies, "left") + np.searchsorted(normal, anomalies, "right")).mean() / 2 / len(normal))
