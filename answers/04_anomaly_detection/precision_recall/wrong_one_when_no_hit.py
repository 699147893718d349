# feedback: not if nothing is found
def precision_recall(scores, is_anomaly, threshold):
    s, y = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    f = s > threshold
    hits = np.sum(f & y)
    return (hits / np.sum(f) if hits else 1.0), hits / np.sum(y)
