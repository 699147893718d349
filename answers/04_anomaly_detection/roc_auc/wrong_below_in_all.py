# feedback: looked up among all scores
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    everyone = np.sort(scores)
    found = scores[anomalous]
    below = np.searchsorted(everyone, found, side="left")
    not_above = np.searchsorted(everyone, found, side="right")
    return float(np.mean(below + not_above) / 2 / len(everyone))
