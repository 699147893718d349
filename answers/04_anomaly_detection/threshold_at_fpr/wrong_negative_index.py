# feedback: This is the largest score, as at index −1
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))
    k = int(round(max_fpr * len(s), 6))
    return s[len(s) - 1 - k]
