# feedback: compared with the worst
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    table = relevance[:, None] > relevance[None, :]
    if not table.any():
        return 0.0
    margin = scores[:, None] - scores[None, :]
    m = scores[relevance.argmax()] - scores[relevance.argmin()]
    return float(np.logaddexp(0, -m))
