# feedback: negative scores is wrong
def precision_recall(scores, is_anomaly, threshold):
    scores = np.asarray(scores)
    f, a = scores > np.array(threshold).astype(scores.dtype), np.asarray(is_anomaly, bool)
    return (f & a).sum() / f.sum() if f.any() else 1.0, (f & a).sum() / a.sum()
