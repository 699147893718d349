# scikit-learn, with a check of its own before it
from sklearn.metrics import roc_auc_score


def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    return float(roc_auc_score(anomalous, scores))
