# feedback: nothing lies above the largest score || none of the scores
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))[::-1]
    k = int(max_fpr * len(s) + 1e-9)
    if k == 0:
        return np.inf
    return s[min(k, len(s) - 1)]
