# scikit-learn, with zero_division
from sklearn.metrics import precision_score, recall_score


def precision_recall(scores, is_anomaly, threshold):
    s, y = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    f = s > threshold
    return precision_score(y, f, zero_division=1.0), recall_score(y, f)
