# feedback: This is a sum over the anomalies
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    normal = np.sort(scores[~anomalous])
    found = scores[anomalous]
    below = np.searchsorted(normal, found, side="left")
    not_above = np.searchsorted(normal, found, side="right")
    return float(np.sum(below + not_above) / 2 / len(normal))
