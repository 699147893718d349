# the normal scores looked up among the anomalies, from the other side
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    a = np.sort(scores[anomalous])
    b = scores[~anomalous]
    above = len(a) - (np.searchsorted(a, b, "left") + np.searchsorted(a, b, "right")) / 2
    return float(above.mean() / len(a))
