# feedback: when the samples come in another order
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    order = np.argsort(-scores.astype(float), kind="stable")
    y = anomalous[order]
    tpr, fpr = np.cumsum(y) / y.sum(), np.cumsum(~y) / (~y).sum()
    return float(np.trapezoid(np.append(0, tpr), np.append(0, fpr)))
