# feedback: The first is the share of false alarms
def precision_recall(scores, is_anomaly, threshold):
    scores, y = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    f = scores > threshold
    precision = y[f].mean() if f.any() else 1.0
    return (1 - precision if f.any() else 1.0), f[y].mean()
