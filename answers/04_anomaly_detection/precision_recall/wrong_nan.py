# feedback: the result is not a number
def precision_recall(scores, is_anomaly, threshold):
    s, y = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    f = s > threshold
    return np.sum(f & y) / np.sum(f), f[y].mean()
