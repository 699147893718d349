# feedback: takes a share of the gaps between scores
def threshold_at_fpr(scores, max_fpr):
    return np.quantile(np.asarray(scores, float), 1 - max_fpr, method="lower")
