# feedback: the share of wrong pairs || even the right order costs
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    ordered = relevance[:, None] > relevance[None, :]
    margin = scores[:, None] - scores[None, :]
    if not ordered.any():
        return 0.0
    return np.mean(margin[ordered] < 0)
