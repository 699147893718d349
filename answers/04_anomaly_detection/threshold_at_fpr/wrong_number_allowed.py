# feedback: or a number of scores
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.asarray(normal_scores)
    return float(max_fpr * len(scores))
