# rank sum (Mann and Whitney) with shared ranks from SciPy
from scipy.stats import rankdata


def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    ranks = rankdata(scores)
    m, n = anomalous.sum(), (~anomalous).sum()
    return (ranks[anomalous].sum() - m * (m + 1) / 2) / (m * n)
