# feedback: np.quantile takes a share of the gaps between scores; count the scores above.
def threshold_at_fpr(scores, max_fpr):
    return np.quantile(np.asarray(scores, float), 1 - max_fpr, method="lower")
