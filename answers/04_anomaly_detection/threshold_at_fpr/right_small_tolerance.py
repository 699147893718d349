# a tiny tolerance on the product
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))[::-1]
    k = int(max_fpr * len(s) + 1e-9)
    return float(s[min(k, len(s) - 1)])
