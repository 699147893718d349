# feedback: needs a sorted array || when the samples come in another order || A tie
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("Both kinds are needed.")
    normal = scores[~anomalous]
    return float(np.mean(np.searchsorted(normal, scores[anomalous])) / len(normal))
