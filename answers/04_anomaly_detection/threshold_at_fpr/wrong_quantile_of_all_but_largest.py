# feedback: This lies between two scores
def threshold_at_fpr(normal_scores, max_fpr):
    return np.quantile(np.asarray(normal_scores), 1 - max_fpr, method="hazen")
