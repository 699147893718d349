# feedback: rounded to the nearest
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))
    above = np.array([np.mean(s > t) for t in s])
    return s[np.argmin(np.abs(above - max_fpr))]
