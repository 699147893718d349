# feedback: changes its input
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.asarray(normal_scores)
    scores.sort()
    for t in scores:
        if np.mean(scores > t) <= max_fpr:
            return float(t)
