# feedback: weighted by the relevances
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    ordered = relevance[:, None] > relevance[None, :]
    margin = scores[:, None] - scores[None, :]
    if not ordered.any():
        return 0.0
    gain = relevance[:, None] - relevance[None, :]
    return np.mean(gain[ordered] * np.logaddexp(0, -margin[ordered]))
