# feedback: is rounded to the nearest; round it down
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.sort(np.asarray(normal_scores))[::-1]
    allowed = int(round(max_fpr * len(scores)))
    return float(scores[min(allowed, len(scores) - 1)])
