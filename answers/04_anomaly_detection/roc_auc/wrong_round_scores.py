# feedback: Nearly equal scores are taken for equal || Decimals are cut off
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    scores = np.round(scores.astype(float), 4)
    n = np.sort(scores[~anomalous])
    a = scores[anomalous]
    return float(np.mean(np.searchsorted(n, a, "left") + np.searchsorted(n, a, "right")) / len(n) / 2)
