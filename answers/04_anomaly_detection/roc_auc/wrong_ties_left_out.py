# feedback: Tied pairs are left out
def roc_auc(scores, is_anomaly):
    scores, flags = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if flags.all() or not flags.any():
        raise ValueError("both kinds are needed")
    low = np.sort(scores[~flags])
    won = np.searchsorted(low, scores[flags], "left").sum()
    lost = (len(low) - np.searchsorted(low, scores[flags], "right")).sum()
    return float(won / (won + lost)) if won + lost else 0.5
