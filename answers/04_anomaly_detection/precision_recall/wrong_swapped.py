# feedback: Precision and recall are swapped
def precision_recall(scores, is_anomaly, threshold):
    s, y = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    f = s > threshold
    return f[y].mean(), (y[f].mean() if f.any() else 1.0)
