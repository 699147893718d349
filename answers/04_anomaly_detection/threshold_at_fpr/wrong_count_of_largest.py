# feedback: max_fpr is allowed, too
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))
    n = len(s)
    return s[int(np.floor((1 - max_fpr) * n))] if max_fpr > 0 else s[-1]
