# counts above by searchsorted
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))
    above = len(s) - np.searchsorted(s, s, side='right')
    return s[np.flatnonzero(above / len(s) <= max_fpr)[0]]
