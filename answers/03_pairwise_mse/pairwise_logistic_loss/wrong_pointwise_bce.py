# feedback: the mean over elements, not pairs
def pairwise_logistic_loss(scores, relevance):
    s, y = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    return float(np.mean(np.logaddexp(0, s) - y * s))
