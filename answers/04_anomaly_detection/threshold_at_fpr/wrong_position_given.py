# feedback: This is a position among the given scores || none of the scores
def threshold_at_fpr(normal_scores, max_fpr):
    order = np.argsort(np.asarray(normal_scores, dtype=float))
    return order[max(len(order) - 1 - int(round(max_fpr * len(order), 6)), 0)]
