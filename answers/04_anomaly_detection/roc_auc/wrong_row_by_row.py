# feedback: The work grows like n²
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    b = scores[~anomalous]
    return float(np.mean([np.mean(a > b) + np.mean(a == b) / 2 for a in scores[anomalous]]))
