# a position in the sorted scores, the product rounded before it is cut
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))
    k = int(np.floor(round(max_fpr * len(s), 6)))
    return s[max(len(s) - 1 - k, 0)]
