# feedback: is rounded to the nearest; round it down
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))
    k = round(max_fpr * len(s))
    return s[max(len(s) - 1 - k, 0)]
