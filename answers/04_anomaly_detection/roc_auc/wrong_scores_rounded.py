# feedback: Nearly equal scores are taken for equal
from scipy.stats import rankdata


def roc_auc(scores, is_anomaly):
    scores, flags = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if flags.all() or not flags.any():
        raise ValueError("both kinds are needed")
    m, n = flags.sum(), (~flags).sum()
    ranks = rankdata(np.round(scores, 3))
    return float((ranks[flags].sum() - m * (m + 1) / 2) / (m * n))
