# feedback: This lies between two scores
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores, dtype=float))
    n = len(s)
    k = int(round(max_fpr * n, 6))
    if k == 0 or k >= n:
        return s[max(n - 1 - k, 0)]
    return (s[n - 1 - k] + s[n - k]) / 2
