# feedback: This is the AUC of flags
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    from sklearn.metrics import roc_auc_score
    return float(roc_auc_score(anomalous, scores > scores.mean()))
