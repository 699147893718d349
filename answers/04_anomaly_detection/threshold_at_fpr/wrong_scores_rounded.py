# feedback: The score is rounded
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.round(np.asarray(normal_scores, float), 3)
    for t in np.unique(s):
        if np.mean(s > t) <= max_fpr:
            return float(t)
