# feedback: This is the mean sigmoid
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    ordered = relevance[:, None] > relevance[None, :]
    margin = scores[:, None] - scores[None, :]
    if not ordered.any():
        return 0.0
    with np.errstate(all="ignore"):
        return np.mean(1 / (1 + np.exp(-margin[ordered])))
