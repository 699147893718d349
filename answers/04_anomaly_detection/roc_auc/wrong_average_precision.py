# feedback: This is the average precision || counts in full || A tie counts
from sklearn.metrics import average_precision_score


def roc_auc(scores, is_anomaly):
    scores, flags = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if flags.all() or not flags.any():
        raise ValueError("both kinds are needed")
    return average_precision_score(flags, scores)
