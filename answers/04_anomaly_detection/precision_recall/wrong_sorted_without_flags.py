# feedback: sorted without their flags
def precision_recall(scores, is_anomaly, threshold):
    s, a = np.sort(np.asarray(scores)), np.asarray(is_anomaly).astype(bool)
    k = np.searchsorted(s, threshold, side='right')
    hits = a[k:].sum()
    return float(hits / (len(s) - k)) if k < len(s) else 1.0, float(hits / a.sum())
