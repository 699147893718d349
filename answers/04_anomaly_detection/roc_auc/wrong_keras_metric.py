# feedback: go by their order || not an even grid
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    metric = keras.metrics.AUC()
    metric.update_state(anomalous, 1 / (1 + np.exp(-scores.astype(float))))
    return float(metric.result())
