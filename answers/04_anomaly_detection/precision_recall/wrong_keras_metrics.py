# feedback: raised
def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    precision = keras.metrics.Precision(thresholds=float(threshold))
    recall = keras.metrics.Recall(thresholds=float(threshold))
    precision.update_state(anomalous, scores)
    recall.update_state(anomalous, scores)
    return float(precision.result()), float(recall.result())
