# histogram over the distinct scores, and cumulative counts
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    values, place = np.unique(scores, return_inverse=True)
    a = np.bincount(place[anomalous], minlength=len(values))
    b = np.bincount(place[~anomalous], minlength=len(values))
    below = np.cumsum(b) - b
    return float(np.sum(a * (below + b / 2)) / (a.sum() * b.sum()))
