# feedback: a higher score means more anomalous
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    n = np.sort(scores[~anomalous])
    a = scores[anomalous]
    return 1 - float(np.mean(np.searchsorted(n, a, "left") + np.searchsorted(n, a, "right")) / len(n) / 2)
