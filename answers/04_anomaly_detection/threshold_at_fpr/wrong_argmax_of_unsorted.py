# feedback: first of the given scores that keeps
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.asarray(normal_scores)
    above = np.array([np.mean(scores > t) for t in scores])
    return float(scores[np.argmax(above <= max_fpr)])
