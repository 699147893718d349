# feedback: its equals are not above
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.unique(np.asarray(normal_scores))
    x = np.asarray(normal_scores)
    ok = [t for t in s if np.mean(x >= t) <= max_fpr + 1e-12]
    return ok[0] if ok else s[-1]
