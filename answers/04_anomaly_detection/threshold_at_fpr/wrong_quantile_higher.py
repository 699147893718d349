# feedback: its position is one too high
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores, dtype=float))
    return np.quantile(s, 1 - max_fpr, method="higher")
