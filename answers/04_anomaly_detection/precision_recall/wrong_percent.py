# feedback: These are percent
def precision_recall(scores, is_anomaly, threshold):
    s, y = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    f = s > threshold
    return (100 * y[f].mean() if f.any() else 1.0), 100 * f[y].mean()
