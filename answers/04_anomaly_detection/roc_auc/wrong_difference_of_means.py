# feedback: difference of the two mean scores
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("Both kinds are needed.")
    return float(scores[anomalous].mean() - scores[~anomalous].mean())
