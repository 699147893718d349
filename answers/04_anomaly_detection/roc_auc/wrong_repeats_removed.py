# feedback: A repeated score is counted once
def roc_auc(scores, is_anomaly):
    scores, flags = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if flags.all() or not flags.any():
        raise ValueError("both kinds are needed")
    low, high = np.unique(scores[~flags]), np.unique(scores[flags])
    won = np.searchsorted(low, high, "left") + np.searchsorted(low, high, "right")
    return float(won.mean() / 2 / len(low))
