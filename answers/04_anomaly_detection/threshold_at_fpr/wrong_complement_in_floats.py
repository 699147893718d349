# feedback: compare shares
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))
    n = len(s)
    for i in range(n):
        if 1 - np.sum(s <= s[i]) / n <= max_fpr:
            return s[i]
