# feedback: is wrong || not an even grid
def roc_auc(scores, is_anomaly):
    scores, flags = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if flags.all() or not flags.any():
        raise ValueError("both kinds are needed")
    thresholds = np.append(np.quantile(scores, np.linspace(1, 0, 51)), -np.inf)
    tpr = np.array([0.0] + [np.mean(scores[flags] >= t) for t in thresholds])
    fpr = np.array([0.0] + [np.mean(scores[~flags] >= t) for t in thresholds])
    return float(np.trapezoid(tpr, fpr))
