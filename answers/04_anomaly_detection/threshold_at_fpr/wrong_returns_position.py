# feedback: This is a position
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))
    k = int(round(max_fpr * len(s), 6))
    return float(len(s) - k)
