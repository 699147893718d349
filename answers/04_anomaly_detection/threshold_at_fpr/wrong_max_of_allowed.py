# feedback: This is the largest score
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.asarray(normal_scores)
    return max(t for t in s if np.mean(s > t) <= max_fpr)
