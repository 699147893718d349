# feedback: as at index −1
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.asarray(normal_scores)
    if max_fpr >= 1:
        max_fpr = max_fpr / 100
    for t in np.unique(s):
        if np.mean(s > t) <= max_fpr:
            return float(t)
