# feedback: This is a position in the sorted scores || none of the scores
def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores, dtype=float))
    return max(len(s) - 1 - int(round(max_fpr * len(s), 6)), 0)
