# feedback: is the number of anomalies, not that of normal || Too much is taken
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("Both kinds are needed.")
    from scipy.stats import rankdata
    n = np.sum(~anomalous)
    m = np.sum(anomalous)
    return float((rankdata(scores)[anomalous].sum() - n * (n + 1) / 2) / m / n)
