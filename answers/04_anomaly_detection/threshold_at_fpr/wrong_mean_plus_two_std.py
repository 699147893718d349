# feedback: a mean plus a number of standard deviations || none of the scores
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.asarray(normal_scores)
    return float(scores.mean() + 2 * scores.std())
