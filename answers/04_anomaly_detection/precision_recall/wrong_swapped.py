# feedback: Precision and recall are swapped || the precision is 1, and the recall 0
def precision_recall(scores, is_anomaly, threshold):
    s, y = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    f = s > threshold
    return f[y].mean(), (y[f].mean() if f.any() else 1.0)
