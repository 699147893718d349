# feedback: interpolates at the lower end
def threshold_at_fpr(normal_scores, max_fpr):
    return float(np.quantile(np.asarray(normal_scores), max_fpr))
