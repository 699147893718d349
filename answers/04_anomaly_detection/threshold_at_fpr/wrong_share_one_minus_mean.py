# feedback: compare shares
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.asarray(normal_scores)
    for t in np.unique(scores):
        if 1 - np.mean(scores <= t) <= max_fpr:
            return float(t)
