# feedback: none of the scores
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.asarray(normal_scores)
    return float(np.median(scores) + 3 * np.median(abs(scores - np.median(scores))) + 0.123)
