# feedback: should raise ValueError
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        return 0.5
    b = np.sort(scores[~anomalous])
    return float((np.searchsorted(b, scores[anomalous], "left") + np.searchsorted(b, scores[anomalous], "right")).mean() / 2 / len(b))
