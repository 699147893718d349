# feedback: np.quantile interpolates
def threshold_at_fpr(normal_scores, max_fpr):
    return float(np.quantile(np.asarray(normal_scores), 1 - max_fpr))
