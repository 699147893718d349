# feedback: where 2 values are expected
def precision_recall(scores, is_anomaly, threshold):
    s, y = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    f = s > threshold
    p, r = (y[f].mean() if f.any() else 1.0), f[y].mean()
    return p, r, 2 * p * r / (p + r) if p + r else 0.0
