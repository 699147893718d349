# feedback: 1 − a sigmoid
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    table = relevance[:, None] > relevance[None, :]
    if not table.any():
        return 0.0
    margin = scores[:, None] - scores[None, :]
    from scipy.special import expit
    return float(np.mean(expit(-margin[table])))
