# feedback: This is the largest score
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))[::-1]
    return s[min(int(max_fpr / 100 * len(s) + 1e-9), len(s) - 1)]
