# feedback: The sign is wrong || This is 2 more (a sign?
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    ordered = relevance[:, None] > relevance[None, :]
    margin = scores[:, None] - scores[None, :]
    if not ordered.any():
        return 0.0
    return np.logaddexp(0, margin[ordered]).mean()
