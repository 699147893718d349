# feedback: The area is negative
def roc_auc(scores, is_anomaly):
    scores, flags = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if flags.all() or not flags.any():
        raise ValueError("both kinds are needed")
    thresholds = np.concatenate([[-np.inf], np.unique(scores)])
    low, high = np.sort(scores[~flags]), np.sort(scores[flags])
    fpr = 1 - np.searchsorted(low, thresholds, "right") / len(low)
    tpr = 1 - np.searchsorted(high, thresholds, "right") / len(high)
    return float(np.trapezoid(tpr, fpr))
