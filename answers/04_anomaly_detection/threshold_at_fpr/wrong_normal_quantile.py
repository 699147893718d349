# feedback: a mean plus a number of standard deviations || none of the scores
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.asarray(normal_scores)
    from scipy.stats import norm
    return float(np.mean(scores) + norm.ppf(np.clip(1 - max_fpr, 1e-9, 1 - 1e-9)) * np.std(scores))
