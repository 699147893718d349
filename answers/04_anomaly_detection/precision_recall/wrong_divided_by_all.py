# feedback: divide by the flagged ones
def precision_recall(scores, is_anomaly, threshold):
    s, y = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    f = s > threshold
    return (np.mean(f & y) if f.any() else 1.0), f[y].mean()
