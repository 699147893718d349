# feedback: np.argsort gives positions, not ranks || when the samples come in another order || np.argsort
def roc_auc(scores, is_anomaly):
    scores, flags = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if flags.all() or not flags.any():
        raise ValueError("both kinds are needed")
    m, n = flags.sum(), (~flags).sum()
    ranks = np.argsort(scores) + 1
    return float((ranks[flags].sum() - m * (m + 1) / 2) / (m * n))
