# feedback: should raise ValueError
from sklearn.metrics import roc_auc_score


def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    return roc_auc_score(anomalous, scores)
