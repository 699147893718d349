# feedback: the mean over elements, not pairs
def pairwise_logistic_loss(scores, relevance):
    s, r = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    y = np.where(r > 0, 1, -1)
    return float(np.mean(np.logaddexp(0, -y * s)))
