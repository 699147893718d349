# feedback: np.percentile takes percent
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores, dtype=float))
    return np.percentile(s, 1 - max_fpr)
