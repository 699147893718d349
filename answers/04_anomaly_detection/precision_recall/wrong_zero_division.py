# feedback: ZeroDivisionError
def precision_recall(scores, is_anomaly, threshold):
    s, y = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    f = s > threshold
    return int(np.sum(f & y)) / int(np.sum(f)), f[y].mean()
