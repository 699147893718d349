# feedback: Both are the accuracy
from sklearn.metrics import precision_score, recall_score


def precision_recall(scores, is_anomaly, threshold):
    flagged = np.asarray(scores) > threshold
    flags = np.asarray(is_anomaly).astype(bool)
    return precision_score(flags, flagged, average="micro"), recall_score(flags, flagged, average="micro")
