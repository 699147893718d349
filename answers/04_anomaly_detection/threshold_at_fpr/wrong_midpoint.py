# feedback: This lies between two scores
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))[::-1]
    k = int(max_fpr * len(s) + 1e-9)
    if k in (0, len(s)):
        return s[min(k, len(s) - 1)]
    return (s[k] + s[k - 1]) / 2
