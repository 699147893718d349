# feedback: These are counts
def precision_recall(scores, is_anomaly, threshold):
    scores, y = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    f = scores > threshold
    return (np.sum(f & y) if f.any() else 1.0), np.sum(f & y)
