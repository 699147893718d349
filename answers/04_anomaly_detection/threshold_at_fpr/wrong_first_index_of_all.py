# feedback: its position is one too high || −0 is the index 0
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))[::-1]
    k = int(max_fpr * len(s) + 1e-9)
    return s[k - 1]
