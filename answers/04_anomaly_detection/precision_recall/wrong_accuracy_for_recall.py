# feedback: The second number is the accuracy
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = scores > threshold
    precision = np.mean(anomalous[flagged]) if flagged.any() else 1.0
    return precision, np.mean(flagged == anomalous)
