# feedback: A result below ½ is turned round
def roc_auc(scores, is_anomaly):
    from sklearn.metrics import roc_auc_score

    flags = np.asarray(is_anomaly).astype(bool)
    if flags.all() or not flags.any():
        raise ValueError("one kind only")
    area = roc_auc_score(flags, scores)
    return max(area, 1 - area)
