# feedback: max_fpr is allowed, too
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.asarray(normal_scores)
    for t in np.unique(scores):
        if np.mean(scores > t) < max_fpr:
            return float(t)
    return float(scores.max())
