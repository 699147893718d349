# feedback: Pairs of equal relevance are counted
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    ordered = (relevance[:, None] >= relevance[None, :]) & ~np.eye(len(scores), dtype=bool)
    margin = scores[:, None] - scores[None, :]
    return np.logaddexp(0, -margin[ordered]).mean() if ordered.any() else 0.0
