# feedback: ½ of a tie is lost
from scipy.stats import rankdata


def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    m, k = int(anomalous.sum()), int((~anomalous).sum())
    if m == 0 or k == 0:
        raise ValueError("both kinds are needed")
    ranks = rankdata(scores, method="min")
    return float((ranks[anomalous].sum() - m * (m + 1) / 2) / (m * k))
