# feedback: The second number divides by all samples
def precision_recall(scores, is_anomaly, threshold):
    scores, y = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    f = scores > threshold
    return (y[f].mean() if f.any() else 1.0), np.mean(f & y)
