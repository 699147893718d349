# the ROC curve, thresholds at distinct scores, and the trapezoidal rule
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    order = np.argsort(scores)[::-1]
    s, y = scores[order], anomalous[order]
    last = np.append(s[1:] != s[:-1], True)
    tpr = np.concatenate([[0], np.cumsum(y)[last] / y.sum()])
    fpr = np.concatenate([[0], np.cumsum(~y)[last] / (~y).sum()])
    return float(np.trapezoid(tpr, fpr))
