# the test statistic of SciPy's Mann-Whitney test
from scipy.stats import mannwhitneyu


def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    u = mannwhitneyu(scores[anomalous], scores[~anomalous], method="asymptotic").statistic
    return u / (anomalous.sum() * (~anomalous).sum())
