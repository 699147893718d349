# feedback: One score more than allowed || where none may
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))
    k = int(round(max_fpr * len(s), 6))
    return s[max(len(s) - 2 - k, 0)]
