# feedback: This is at the other end
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))
    return s[min(int(round(max_fpr * len(s), 6)), len(s) - 1)]
