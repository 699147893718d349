# feedback: of a normal distribution
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.asarray(normal_scores, dtype=float)
    return s.mean() + 1.2816 * s.std()
