# feedback: The first number is F1
def precision_recall(scores, is_anomaly, threshold):
    scores, y = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    f = scores > threshold
    precision, recall = (y[f].mean() if f.any() else 1.0), f[y].mean()
    return (2 * precision * recall / (precision + recall) if f.any() and precision + recall else precision), recall
