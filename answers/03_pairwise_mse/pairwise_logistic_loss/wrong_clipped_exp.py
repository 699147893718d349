# feedback: keeps the loss from growing
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    ordered = relevance[:, None] > relevance[None, :]
    margin = scores[:, None] - scores[None, :]
    if not ordered.any():
        return 0.0
    return np.log(1 + np.exp(np.clip(-margin[ordered], -50, 50))).mean()
