# feedback: Repeats are removed before counting
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.unique(np.asarray(normal_scores))
    k = int(round(max_fpr * len(s), 6))
    return s[max(len(s) - 1 - k, 0)]
