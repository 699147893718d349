# feedback: subtract m(m + 1)/2
from scipy.stats import rankdata


def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    ranks = rankdata(scores)
    return ranks[anomalous].sum() / (anomalous.sum() * (~anomalous).sum())
