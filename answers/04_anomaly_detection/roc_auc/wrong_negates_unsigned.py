# feedback: Do not negate unsigned integers
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    b = np.sort(-scores[~anomalous])
    a = -scores[anomalous]
    return float(1 - (np.searchsorted(b, a, "left") + np.searchsorted(b, a, "right")).mean() / 2 / len(b))
