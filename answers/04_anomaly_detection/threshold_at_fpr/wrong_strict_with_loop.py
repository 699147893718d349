# feedback: max_fpr is allowed, too
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))
    n = len(s)
    for i in range(n):
        above = sum(1 for x in s if x > s[i])
        if above < max_fpr * n - 1e-9 or above == 0:
            return float(s[i])
