# feedback: share of scores above is rounded
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.asarray(normal_scores)
    for t in np.unique(s):
        if round(float(np.mean(s > t)), 2) <= max_fpr:
            return float(t)
