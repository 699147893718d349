# feedback: takes a share of the gaps || at the lower
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores, dtype=float))
    return np.quantile(s, 1 - max_fpr, method="nearest")
