# feedback: The work grows like n²
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    a, b = scores[anomalous][:, None], scores[~anomalous][None, :]
    return float(np.mean((a > b) + 0.5 * (a == b)))
