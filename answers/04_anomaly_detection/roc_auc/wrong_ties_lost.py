# feedback: ½ of a tie is lost
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    b = np.sort(scores[~anomalous])
    return float(np.searchsorted(b, scores[anomalous], side="left").mean() / len(b))
