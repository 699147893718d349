# four counts
def precision_recall(scores, is_anomaly, threshold):
    s, y = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    f = s > threshold
    tp, fp, fn = np.sum(f & y), np.sum(f & ~y), np.sum(~f & y)
    return (tp / (tp + fp) if tp + fp else 1.0), tp / (tp + fn)
