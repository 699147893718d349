# feedback: The signs of the scores are dropped
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.abs(np.asarray(normal_scores)))[::-1]
    k = int(max_fpr * len(s) + 1e-9)
    return s[min(k, len(s) - 1)]
