# feedback: Repeats are removed
def threshold_at_fpr(normal_scores, max_fpr):
    s = sorted(set(np.asarray(normal_scores).tolist()), reverse=True)
    k = int(max_fpr * len(s) + 1e-9)
    return s[min(k, len(s) - 1)]
