# feedback: divided by their spread
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores, dtype=float), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    scores = (scores - scores.mean()) / scores.std()
    order = np.argsort(scores, kind="stable")
    o, f = scores[order], anomalous[order]
    starts = np.flatnonzero(np.concatenate([[True], o[1:] != o[:-1]]))
    a, b = np.add.reduceat(f.astype(float), starts), np.add.reduceat((~f).astype(float), starts)
    return float(np.sum(a * (np.cumsum(b) - b / 2)) / (a.sum() * b.sum()))
