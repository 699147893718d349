# feedback: This is a share || none of the scores
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.asarray(normal_scores)
    return max_fpr
