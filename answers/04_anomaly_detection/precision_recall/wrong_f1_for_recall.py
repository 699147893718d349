# feedback: The second number is F1 || holds nan
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    flagged = scores > threshold
    precision = np.mean(anomalous[flagged]) if flagged.any() else 1.0
    r = np.mean(flagged[anomalous])
    return precision, 2 * precision * r / (precision + r)
