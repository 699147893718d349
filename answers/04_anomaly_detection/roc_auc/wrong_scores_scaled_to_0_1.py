# feedback: divided by their spread
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores, dtype=float), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    with np.errstate(invalid="ignore", divide="ignore"):
        scores = (scores - scores.min()) / (scores.max() - scores.min())
    order = np.argsort(scores, kind="stable")
    ordered, flags = scores[order], anomalous[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    normals = np.add.reduceat((~flags).astype(float), starts)
    anomalies = np.add.reduceat(flags.astype(float), starts)
    below = np.cumsum(normals) - normals
    return float(np.sum(anomalies * (below + normals / 2)) / (normals.sum() * anomalies.sum()))
