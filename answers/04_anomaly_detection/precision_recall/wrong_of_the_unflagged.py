# feedback: of samples not flagged
def precision_recall(scores, is_anomaly, threshold):
    scores, y = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    f = scores > threshold
    return ((~y)[~f].mean() if f.any() and not f.all() else 1.0), f[y].mean()
