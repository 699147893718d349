# feedback: does not end at (1, 1)
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    order = np.argsort(-scores.astype(float), kind="stable")
    f = anomalous[order]
    t = scores[order]
    tpr, fpr = np.cumsum(f) / f.sum(), np.cumsum(~f) / (~f).sum()
    last = np.append(t[1:] != t[:-1], False)
    tpr, fpr = np.append(0, tpr[last]), np.append(0, fpr[last])
    return float(np.trapezoid(tpr, fpr))
