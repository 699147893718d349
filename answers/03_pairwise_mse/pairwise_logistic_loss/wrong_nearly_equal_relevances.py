# feedback: count as a tie
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    table = relevance[:, None] > relevance
    table &= ~np.isclose(relevance[:, None], relevance)
    if not table.any():
        return 0.0
    z = (scores - scores[:, None])[table]
    return float(np.mean(np.logaddexp(0.0, z)))
