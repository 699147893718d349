# feedback: when the samples come in another order
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="stable")] = np.arange(1, len(scores) + 1)
    m, n = anomalous.sum(), (~anomalous).sum()
    return float((ranks[anomalous].sum() - m * (m + 1) / 2) / (m * n))
