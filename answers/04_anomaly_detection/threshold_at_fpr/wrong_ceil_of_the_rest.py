# feedback: compare shares
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))
    k = int(np.ceil((1 - max_fpr) * len(s)))
    return float(s[max(k - 1, 0)])
