# feedback: divide by the number of all pairs
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    b = np.sort(scores[~anomalous])
    return float((np.searchsorted(b, scores[anomalous], "left") + np.searchsorted(b, scores[anomalous], "right")).sum() / 2)
