# feedback: a mean plus a number of standard deviations || none of the scores
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.asarray(normal_scores)
    return float(np.mean(scores) + 3 * np.std(scores, ddof=1))
