# feedback: Normal samples only should raise ValueError
def roc_auc(scores, is_anomaly):
    scores, flags = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if flags.all() or not flags.any():
        return float("nan")
    low = np.sort(scores[~flags])
    won = np.searchsorted(low, scores[flags], "left") + np.searchsorted(low, scores[flags], "right")
    return float(won.mean() / 2 / len(low))
