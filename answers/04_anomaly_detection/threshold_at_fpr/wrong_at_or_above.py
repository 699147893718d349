# feedback: its equals are not above
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.asarray(normal_scores)
    for t in np.unique(s):
        if np.mean(s >= t) <= max_fpr:
            return float(t)
    return float(s.max())
