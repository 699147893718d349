# feedback: These are means over both kinds
from sklearn.metrics import precision_recall_fscore_support


def precision_recall(scores, is_anomaly, threshold):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    precision, recall, _, _ = precision_recall_fscore_support(
        anomalous, scores > threshold, average="macro", zero_division=1.0)
    return float(precision), float(recall)
