# feedback: compare shares
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.asarray(normal_scores)
    return float(np.quantile(scores, 1 - max_fpr, method="inverted_cdf"))
