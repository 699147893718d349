# feedback: at one threshold only || in another order
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("Both kinds are needed.")
    order = np.argsort(-scores.astype(float), kind="stable")
    tpr = np.cumsum(anomalous[order]) / anomalous.sum()
    fpr = np.cumsum(~anomalous[order]) / (~anomalous).sum()
    return float(np.max(tpr - fpr))
