# feedback: so the smallest score is asked for
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores, dtype=float))
    k = int(round(max_fpr * len(s), 6))
    return s[len(s) - 1 - k] if k < len(s) else -np.inf
