# feedback: (dense ranks): give them their mean rank
from scipy.stats import rankdata


def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    m, n = np.sum(anomalous), np.sum(~anomalous)
    if m == 0 or n == 0:
        raise ValueError("only one kind")
    ranks = rankdata(scores, method="dense")
    return float((ranks[anomalous].sum() - m * (m + 1) / 2) / (m * n))
