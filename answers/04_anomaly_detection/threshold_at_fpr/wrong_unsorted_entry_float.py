# feedback: taken from unsorted scores || where none may
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.asarray(normal_scores)
    k = int(max_fpr * len(scores))
    return float(scores[min(k, len(scores) - 1)])
