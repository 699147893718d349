# feedback: its position is one too high
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))
    k = int(round(max_fpr * len(s), 6))
    return s[min(max(len(s) - k, 0), len(s) - 1)]
