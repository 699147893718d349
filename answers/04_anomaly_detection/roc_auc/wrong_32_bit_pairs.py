# feedback: too large for a 32-bit whole number
def roc_auc(scores, is_anomaly):
    import scipy.stats

    flags = np.asarray(is_anomaly).astype(bool)
    m, n = np.int32(flags.sum()), np.int32((~flags).sum())
    if m == 0 or n == 0:
        raise ValueError("both kinds are needed")
    ranks = scipy.stats.rankdata(scores)
    with np.errstate(over="ignore"):
        return (ranks[flags].sum() - float(m) * (m + 1.0) / 2) / (m * n)
