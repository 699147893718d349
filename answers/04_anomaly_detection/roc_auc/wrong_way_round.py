# feedback: a higher score means more anomalous
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    a = np.sort(scores[anomalous])
    b = scores[~anomalous]
    return float((np.searchsorted(a, b, "left") + np.searchsorted(a, b, "right")).mean() / 2 / len(a))
