# feedback: is wrong
def precision_recall(scores, is_anomaly, threshold):
    s, y = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    f = s > 0.5
    return (y[f].mean() if f.any() else 1.0), f[y].mean()
