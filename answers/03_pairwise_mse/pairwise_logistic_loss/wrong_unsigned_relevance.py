# feedback: Pairs count in both orders
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance)
    better = (relevance[:, None] - relevance[None, :]) > 0
    if not better.any():
        return 0.0
    margin = scores[:, None] - scores[None, :]
    return float(np.mean(np.logaddexp(0, -margin)[better]))
