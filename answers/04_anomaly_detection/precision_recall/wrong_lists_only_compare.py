# feedback: raised
def precision_recall(scores, is_anomaly, threshold):
    f = scores > threshold
    return (is_anomaly[f].mean() if f.any() else 1.0), f[is_anomaly.astype(bool)].mean()
