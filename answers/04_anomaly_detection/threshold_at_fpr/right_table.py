# all shares at once, in a table
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.asarray(normal_scores, dtype=float)
    above = (s[None, :] > s[:, None]).mean(axis=1)
    return s[above <= max_fpr].min()
