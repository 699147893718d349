# feedback: Decimals are cut off
def precision_recall(scores, is_anomaly, threshold):
    s, a = np.asarray(scores, int), np.asarray(is_anomaly).astype(bool)
    f = (s > int(threshold))
    hits = (f & a).sum()
    return (hits / f.sum() if f.any() else 1.0), hits / a.sum()
