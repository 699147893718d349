# feedback: where none may
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores, dtype=float))
    k = max(int(round(max_fpr * len(s), 6)), 1)
    return s[max(len(s) - 1 - k, 0)]
