# feedback: The signs of the scores are dropped || go by their order
from scipy.stats import rankdata


def roc_auc(scores, is_anomaly):
    scores, flags = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if flags.all() or not flags.any():
        raise ValueError("both kinds are needed")
    m, n = flags.sum(), (~flags).sum()
    ranks = rankdata(np.abs(scores))
    return float((ranks[flags].sum() - m * (m + 1) / 2) / (m * n))
