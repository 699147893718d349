# feedback: Pairs of equal relevance (even an element with itself) count
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    ordered = relevance[:, None] >= relevance[None, :]
    margin = scores[:, None] - scores[None, :]
    return np.logaddexp(0, -margin[ordered]).mean()
