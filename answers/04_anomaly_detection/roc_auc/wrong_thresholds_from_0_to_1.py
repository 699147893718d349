# feedback: go by their order
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    points = [(0.0, 0.0)]
    for t in np.linspace(1, 0, 201):
        points.append(((scores[~anomalous] >= t).mean(), (scores[anomalous] >= t).mean()))
    x, y = np.array(points).T
    return float(np.trapezoid(y, x))
