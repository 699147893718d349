# feedback: keeps the loss from growing
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    table = relevance[:, None] > relevance[None, :]
    if not table.any():
        return 0.0
    margin = scores[:, None] - scores[None, :]
    from scipy.special import expit
    return float(np.mean(-np.log(expit(margin[table]) + 1e-12)))
