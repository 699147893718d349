# feedback: Nearly equal scores are taken for equal
def roc_auc(scores, is_anomaly):
    scores, flags = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if flags.all() or not flags.any():
        raise ValueError("both kinds are needed")
    m, n = flags.sum(), (~flags).sum()
    order = np.argsort(scores, kind="stable")
    s = scores[order].astype(float)
    group = np.append(0, np.cumsum(~np.isclose(s[1:], s[:-1])))
    size = np.bincount(group)
    mean_rank = np.cumsum(size) - (size - 1) / 2
    ranks = np.empty(len(s))
    ranks[order] = mean_rank[group]
    return float((ranks[flags].sum() - m * (m + 1) / 2) / (m * n))
