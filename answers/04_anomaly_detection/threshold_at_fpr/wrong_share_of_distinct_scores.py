# feedback: Repeats are removed before counting
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.unique(np.asarray(normal_scores))
    for t in scores:
        if np.mean(scores > t) <= max_fpr:
            return float(t)
