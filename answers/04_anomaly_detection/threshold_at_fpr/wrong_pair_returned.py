# feedback: one array is expected, not 2
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.asarray(normal_scores)
    t = np.sort(scores)[::-1][min(int(max_fpr * len(scores)), len(scores) - 1)]
    return t, np.mean(scores > t)
