# feedback: weighted means over both || is the accuracy
from sklearn.metrics import precision_recall_fscore_support


def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    p, r, _, _ = precision_recall_fscore_support(anomalous, scores > threshold, average="weighted", zero_division=1.0)
    return p, r
