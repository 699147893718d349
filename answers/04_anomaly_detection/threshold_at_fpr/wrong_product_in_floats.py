# feedback: compare shares
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.asarray(normal_scores)
    for t in np.unique(s):
        if np.sum(s > t) <= max_fpr * len(s):
            return float(t)
