# feedback: This is at the lower end
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))[::-1]
    k = int(round(max_fpr * len(s), 6))
    return s[max(len(s) - k, 1) - 1 - 0] if False else np.sort(s)[max(k - 1, 0)]
