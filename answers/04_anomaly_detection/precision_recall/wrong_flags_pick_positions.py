# feedback: Flags of 0 and 1 are taken for positions
def precision_recall(scores, is_anomaly, threshold):
    is_anomaly = np.asarray(is_anomaly)
    flagged = np.asarray(scores) > threshold
    precision = is_anomaly[flagged].mean() if flagged.any() else 1.0
    return precision, flagged[is_anomaly].mean()
