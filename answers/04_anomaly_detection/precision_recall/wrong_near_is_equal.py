# feedback: just above the threshold is flagged
def precision_recall(scores, is_anomaly, threshold):
    s, a = np.asarray(scores, float), np.asarray(is_anomaly).astype(bool)
    f = (s > threshold) & ~np.isclose(s, threshold)
    hits = (f & a).sum()
    return (hits / f.sum() if f.any() else 1.0), hits / a.sum()
