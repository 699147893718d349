# feedback: taken from unsorted scores || where none may
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.asarray(normal_scores)
    from fractions import Fraction
    k = int(Fraction(str(max_fpr)) * len(scores))
    return float(scores[min(k, len(scores) - 1)])
