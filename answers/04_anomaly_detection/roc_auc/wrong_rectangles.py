# feedback: ½ of a tie is lost
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    t = np.unique(scores)[::-1]
    a, b = np.sort(scores[anomalous]), np.sort(scores[~anomalous])
    tpr = np.concatenate([[0], 1 - np.searchsorted(a, t, "left") / len(a)])
    fpr = np.concatenate([[0], 1 - np.searchsorted(b, t, "left") / len(b)])
    return float(np.sum(np.diff(fpr) * tpr[:-1]))
