# feedback: its position is one too high
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))[::-1]
    k = int(np.floor(max_fpr * len(s) + 1e-9))
    return s[max(k - 1, 0)]
