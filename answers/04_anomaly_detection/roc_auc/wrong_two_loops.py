# feedback: The work grows like n²
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    total = 0
    for a in scores[anomalous]:
        for b in scores[~anomalous]:
            total += 1 if a > b else 0.5 if a == b else 0
    return total / (anomalous.sum() * (~anomalous).sum())
