# feedback: compare more exactly
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.asarray(normal_scores)
    for t in np.unique(s):
        sh = np.mean(s > t)
        if sh <= max_fpr or np.isclose(sh, max_fpr):
            return float(t)
