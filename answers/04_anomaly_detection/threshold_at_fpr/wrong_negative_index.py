# feedback: an index of −1 is the last entry
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))
    k = int(round(max_fpr * len(s), 6))
    return s[len(s) - 1 - k]
