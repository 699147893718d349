# feedback: its position is one too high
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))[::-1]
    return s[int(np.floor(max_fpr * (len(s) - 1) + 1e-9))]
