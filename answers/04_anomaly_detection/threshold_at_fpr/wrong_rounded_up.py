# feedback: is rounded up; round it down
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores, dtype=float))
    k = int(np.ceil(round(max_fpr * len(s), 6)))
    return s[max(len(s) - 1 - k, 0)]
