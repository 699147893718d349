# feedback: nothing lies above the largest score || none of the scores
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores, dtype=float))
    k = int(round(max_fpr * len(s), 6))
    return s[max(len(s) - 1 - k, 0)] if k else np.inf
